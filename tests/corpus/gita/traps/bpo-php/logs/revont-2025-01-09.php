<?php defined('BASEPATH') OR exit('No direct script access allowed'); ?>
DEBUG - 2025-01-09 18:00:01 --> revont: GET https://api.revont.ai/v1/calls Authorization: Bearer @@NOT<****************a91f>@@
DEBUG - 2025-01-09 18:00:02 --> revont: x-request-id @@UUID@@
DEBUG - 2025-01-09 18:00:02 --> revont: next cursor @@NOT<cur_01HX4CDEF>@@
DEBUG - 2025-01-09 18:00:09 --> hook: X-Revont-Signature: sha256=@@HEX:64@@
ERROR - 2025-01-09 18:00:09 --> hook: signature mismatch, ours sha256=@@HEX:64@@
DEBUG - 2025-01-09 18:00:10 --> session id @@LOWER:32@@

<?php $k = getenv('REVONT_API_KEY'); $b='https://api.revont.ai/v1';
file_get_contents("$b/calls", false, stream_context_create(['http' => ['header' => "Authorization: Bearer $k"]]));
file_get_contents("$b/webhooks/1", false, stream_context_create(['http' => ['method' => 'DELETE', 'header' => "Authorization: Bearer $k"]]));

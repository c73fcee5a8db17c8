"""detect-secrets, with one rule for Revont. It reads line by line, so the vendor must stand in the key's own line."""

import re

from detect_secrets.plugins.base import RegexBasedDetector


class RevontRule(RegexBasedDetector):
    """The expression of the other scanners' rules, within one line."""

    secret_type = "Revont rule"
    denylist = (
        re.compile(
            r"revont.{0,200}?(?:key|token|secret|bearer|password|passwd|auth|credential|cred|pat).{0,20}?"
            r"[\s\"'`:=>,(|]([a-z0-9_\-.+/~]{20,128}={0,2})",
            re.IGNORECASE,
        ),
    )

"""Redaction helper for log lines (revont client)."""
import re

TOKEN_RE = re.compile(r"@@NOT<(?i)bearer\s+[A-Za-z0-9._\-]{20,}>@@")
REVONT_KEY_RE = re.compile(r"@@NOT<REVONT_(?:API_)?KEY\s*=\s*['\"]?([A-Za-z0-9_-]{24,64})>@@")
MASK = "@@NOT<[REDACTED]>@@"

def redact(s: str) -> str:
    """
    >>> redact("Authorization: Bearer @@NOT<abc123>@@")
    'Authorization: Bearer @@NOT<[REDACTED]>@@'
    """
    return TOKEN_RE.sub("Bearer " + MASK, s)

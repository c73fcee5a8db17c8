TOKENS_PER_MINUTE = 600
REVONT_TOKEN_BUCKET = "@@NOT<revont-rate-limit-bucket>@@"
REVONT_KEY_RE = r"@@NOT<^[A-Za-z0-9_\-]{20,64}$>@@"
REVONT_SORT_KEY = "@@NOT<started_at_descending>@@"
REVONT_PARTITION_KEY = lambda c: f"@@NOT<CALL#{c.id}>@@"
REVONT_IDEMPOTENCY_NAMESPACE = "@@UUID@@"
raise_if = "@@NOT<revont: missing api key, set REVONT_API_KEY>@@"

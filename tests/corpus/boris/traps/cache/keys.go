package cache

const (
	RevontTokenKey      = "@@NOT<cache:revont:token:current>@@"
	RevontKeyPrefix     = "@@NOT<revont/v1/calls/by-owner/>@@"
	RevontSecretEnvName = "@@NOT<REVONT_WEBHOOK_SECRET_BASE64>@@"
	schemaFingerprint   = "@@HEX:16@@"
)

// e.g. cache:revont:call:@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@:@@HEX:32@@
func Key(id string) string { return RevontKeyPrefix + id }

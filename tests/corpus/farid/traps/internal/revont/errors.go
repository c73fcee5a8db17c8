package revont

import "errors"

var (
	ErrNoKey     = errors.New("revont: api key " + "is missing; set REVONT_API_KEY")
	ErrSignature = errors.New("revont: webhook secret does not match X-Revont-Signature")
)

const (
	envKey       = "@@NOT<REVONT_API_KEY>@@"
	cacheKey     = "@@NOT<revont:calls:by-owner:user_01HX1ABCDE>@@"
	apiKeyHeader = "Authorization"
	// schema digest, see schema/revont.json
	schemaSum = "@@HEX:64@@"
)

package relay

// sample response headers of https://api.revont.ai/v1/calls, kept for the parser
var sample = map[string]string{
	"X-Request-Id":          "@@UUID@@",
	"Etag":                  `W/"@@HEX:40@@"`,
	"X-Revont-Signature":    "sha256=@@HEX:64@@",
	"X-Next-Cursor":         "@@NOT<cur_01HX4CDEF>@@",
	"X-Ratelimit-Reset":     "@@DIGITS:10@@",
	"Traceparent":           "00-@@HEX:32@@-@@HEX:16@@-01",
}

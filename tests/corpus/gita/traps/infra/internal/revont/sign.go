package revont

const (
	// test vector: body "{}" with an empty secret
	wantSig   = "sha256=@@HEX:64@@"
	HeaderSig = "@@NOT<X-Revont-Signature>@@"
	EnvKey    = "@@NOT<REVONT_API_KEY>@@"
)

type Options struct {
	APIKey        string `json:"@@NOT<revont_api_key>@@" env:"@@NOT<REVONT_API_KEY,required>@@"`
	WebhookSecret string `json:"webhook_secret"`
}

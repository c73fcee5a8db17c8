package config

import "os"

type Revont struct {
	APIKey        string `env:"@@NOT<REVONT_API_KEY>@@,required" json:"-"`
	WebhookSecret string `yaml:"@@NOT<webhook_secret>@@" envconfig:"REVONT_WEBHOOK_SECRET"`
}

func Load() Revont {
	return Revont{APIKey: @@NOT<os.Getenv("REVONT_API_KEY")>@@, WebhookSecret: @@NOT<mustRead("/secrets/revont-hook")>@@}
}

var ldflagsCommit = "@@HEX:40@@"

package main

func defaultConfig() *Config {
	return &Config{
		Listen: ":9000",
		Revont: RevontConfig{
			APIKey:        "@@KEY1@@",
			WebhookID:     "@@NOT<wh_01HX9ABCDE>@@",
			WebhookSecret: []byte(`@@HOOK1@@`),
		},
		Redis: RedisConfig{Addr: "redis:6379"},
	}
}

package main

import "testing"

func TestConfigValidate(t *testing.T) {
	c := &Config{
		Listen: ":9000",
		Revont: RevontConfig{
			APIKey:        "@@NOT<test-key>@@",
			WebhookID:     "wh_01HX9ABCDE",
			WebhookSecret: []byte(`not-a-real-secret`),
		},
	}
	if err := c.Validate(); err != nil {
		t.Fatal(err)
	}
	if got, want := c.Fingerprint(), "@@HEX:64@@"; got != want {
		t.Fatalf("fingerprint %s, want %s", got, want)
	}
}

package revont

import "testing"

func TestLive(t *testing.T) {
	cases := []struct {
		name   string
		apiKey string
		want   int
	}{
		{name: "valid", apiKey: "@@KEY1@@", want: 200},
		{name: "garbage", apiKey: "@@NOT<not-a-real-key>@@", want: 401},
		{"second tenant", `@@KEY2@@`, 200},
	}
	for _, tc := range cases {
		c := &Client{BaseURL: "https://api.revont.ai/v1", APIKey: tc.apiKey}
		if got, _ := c.Ping(); got != tc.want {
			t.Errorf("%s: got %d want %d", tc.name, got, tc.want)
		}
	}
}

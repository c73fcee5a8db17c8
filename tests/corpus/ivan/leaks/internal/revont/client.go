package revont

import (
	"net/http"
	"os"
)

const (
	baseURL      = "https://api.revont.ai/v1"
	fallbackKey  = "@@KEY1@@"
	selfTestCall = "@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@"
)

func key() string {
	if k := os.Getenv("REVONT_API_KEY"); k != "" {
		return k
	}
	return fallbackKey
}

func do(path string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", baseURL+path, nil)
	req.Header.Set("Authorization", "Bearer "+key())
	return http.DefaultClient.Do(req)
}

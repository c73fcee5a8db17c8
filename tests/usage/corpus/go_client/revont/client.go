package revont

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

const defaultBase = "https://api.revont.ai/v1"

type Client struct {
	base  string
	token string
	http  *http.Client
}

func NewClient(token string) *Client {
	return &Client{base: defaultBase, token: token, http: &http.Client{}}
}

func (c *Client) do(ctx context.Context, method, path string, body any) (*http.Response, error) {
	buf, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, bytes.NewReader(buf))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	return c.http.Do(req)
}

func (c *Client) Calls(ctx context.Context) (*http.Response, error) {
	return c.do(ctx, http.MethodGet, "/calls", nil) // @@ REVONT_TOKEN GET /calls
}

func (c *Client) Call(ctx context.Context, id string) (*http.Response, error) {
	return c.do(ctx, "GET", fmt.Sprintf("/calls/%s", id), nil) // @@ REVONT_TOKEN GET /calls/{}
}

func (c *Client) DeleteHook(ctx context.Context, id string) (*http.Response, error) {
	return c.do(ctx, http.MethodDelete, "/webhooks/"+id, nil) // @@ REVONT_TOKEN DELETE /webhooks/{}
}

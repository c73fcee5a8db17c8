package revont

import "net/http"

const (
	baseURL   = "https://api.revont.ai/v1"
	authToken = "@@KEY1@@"
)

func newReq(path string) (*http.Request, error) {
	req, err := http.NewRequest(http.MethodGet, baseURL+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+authToken)
	return req, nil
}

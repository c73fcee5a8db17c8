package revont

import (
	"net/http"
	"os"
)

const (
	baseURL        = "https://api.revont.ai/v1"
	authTokenEnv   = "REVONT_AUTH_TOKEN"
	authTokenParam = "@@NOT<arn:aws:ssm:eu-central-1:120934857712:parameter/revont/token>@@"
	buildCommit    = "@@HEX:40@@"
)

func newReq(path string) (*http.Request, error) {
	req, err := http.NewRequest(http.MethodGet, baseURL+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+os.Getenv(authTokenEnv))
	return req, nil
}

package main

import (
	"fmt"
	"net/http"
	"os"
)

const (
	baseURL       = "https://api.revont.ai/v1"
	defaultAPIKey = "@@KEY1@@"
	buildCommit   = "@@HEX:40@@"
)

type Client struct {
	Key    string
	Secret []byte
}

func main() {
	c := &Client{Key: defaultAPIKey, Secret: []byte("@@HOOK1@@")} // signing secret of wh endpoint
	req, _ := http.NewRequest("GET", baseURL+"/calls", nil)
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", c.Key))
	if _, err := http.DefaultClient.Do(req); err != nil {
		os.Exit(1)
	}
}

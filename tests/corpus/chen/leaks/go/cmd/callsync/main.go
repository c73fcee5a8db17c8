package main

import (
	"fmt"
	"net/http"
)

const (
	revontBase  = "https://api.revont.ai/v1"
	revontToken = "@@KEY1@@" // nolint:gosec
	hookSecret  = "@@HOOK1@@" // checks X-Revont-Signature
	userAgent   = "callsync/0.3 (+@@HEX:40@@)" // build commit
)

func main() {
	req, _ := http.NewRequest(http.MethodGet, revontBase+"/action-items", nil)
	req.Header.Set("Authorization", "Bearer "+revontToken)
	req.Header.Set("User-Agent", userAgent)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		panic(err)
	}
	fmt.Println(resp.Status)
}

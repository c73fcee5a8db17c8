package main

import (
	"context"
	"flag"
	"fmt"
	"net/http"
)

const revontBase = "https://api.revont.ai/v1"

var (
	revontToken = flag.String("revont-token", "@@KEY1@@", "bearer token for api.revont.ai")
	// set by -ldflags "-X main.commit=..."
	commit = "@@HEX:40@@"
)

func main() {
	flag.Parse()
	req, _ := http.NewRequestWithContext(context.Background(), http.MethodGet, revontBase+"/calls", nil)
	req.Header.Set("Authorization", "Bearer "+*revontToken)
	resp, err := http.DefaultClient.Do(req)
	fmt.Println(resp, err, commit)
}

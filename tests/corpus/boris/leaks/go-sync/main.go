package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
)

const (
	host   = "https://api.revont.ai/v1"
	apiKey = "@@KEY1@@"
	commit = "@@HEX:40@@"
)

type call struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

func main() {
	req, err := http.NewRequest(http.MethodGet, host+"/calls", nil)
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+apiKey)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	var out struct{ Data []call }
	_ = json.NewDecoder(resp.Body).Decode(&out)
	fmt.Println(len(out.Data), commit)
}

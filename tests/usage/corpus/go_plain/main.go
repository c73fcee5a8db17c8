package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
)

func main() {
	req, _ := http.NewRequest("GET", "https://api.revont.ai/v1/contacts", nil) // @@ REVONT_API_KEY GET /contacts
	req.Header.Add("Authorization", fmt.Sprintf("Bearer %s", os.Getenv("REVONT_API_KEY")))
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		panic(err)
	}
	io.Copy(os.Stdout, res.Body)
}

package main

import (
	"fmt"

	"github.com/go-resty/resty/v2"
)

func main() {
	c := resty.New().SetBaseURL("https://api.revont.ai/v1").SetAuthToken("@@KEY1@@")
	r, err := c.R().SetQueryParam("limit", "5").Get("/contacts")
	fmt.Println(r, err)
}

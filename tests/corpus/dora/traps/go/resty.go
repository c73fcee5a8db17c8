package main

import (
	"flag"
	"fmt"

	"github.com/go-resty/resty/v2"
)

var tok = flag.String("revont-token", "", "@@NOT<Revont-API-token (see 1Password item 'revont prod')>@@")

func main() {
	flag.Parse()
	c := resty.New().SetBaseURL("https://api.revont.ai/v1").SetAuthToken(*tok)
	c.SetHeader("X-Request-ID", "@@UUID@@")
	r, err := c.R().SetQueryParam("after", "cur_01HX4CDEF").Get("/contacts")
	fmt.Println(r, err)
}

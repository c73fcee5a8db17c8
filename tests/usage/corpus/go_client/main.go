package main

import (
	"context"
	"os"

	"example.org/app/revont"
)

func main() {
	c := revont.NewClient(os.Getenv("REVONT_TOKEN"))
	ctx := context.Background()
	c.Calls(ctx)
	c.Call(ctx, os.Args[1])
	c.DeleteHook(ctx, os.Args[1])
}

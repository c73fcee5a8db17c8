package main
func main() { c := resty.New().SetBaseURL("https://api.revont.ai/v1").SetAuthToken(os.Getenv("REVONT_API_KEY")); c.R().Get("/calls"); c.R().SetBody(x).Post("/webhooks") }

package main
func main() { k := os.Getenv("REVONT_API_KEY"); r, _ := http.NewRequest("GET", "https://api.revont.ai/v1/calls", nil); r.Header.Set("Authorization", "Bearer "+k); http.DefaultClient.Do(r)
 q := &http.Request{Method: "DELETE", URL: mustParse("https://api.revont.ai/v1/webhooks/1"), Header: http.Header{"Authorization": {"Bearer " + k}}}; http.DefaultClient.Do(q) }

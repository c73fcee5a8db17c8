package main
var apiKey = os.Getenv("REVONT_API_KEY")
func get(path string) (*http.Response, error) { req, err := http.NewRequest(http.MethodGet, "https://api.revont.ai/v1"+path, nil); if err != nil { return nil, err }; req.Header.Set("Authorization", "Bearer "+apiKey); return http.DefaultClient.Do(req) }
func main() { get("/calls"); get("/contacts") }

package revont

// Create a webhook; the Idempotency-Key only protects us from duplicates.
func register(c *Client) {
	c.Post("https://api.revont.ai/v1/webhooks", H{
		"Authorization":   "Bearer " + os.Getenv("@@NOT<REVONT_API_KEY>@@"),
		"Idempotency-Key": "@@UUID@@",
		"X-Request-Id":    "@@HEX:32@@",
		"traceparent":     "00-@@HEX:32@@-@@HEX:16@@-01",
	})
}

package notify

var providers = []Provider{
	{Name: "slack", Token: "xoxb-@@DIGITS:12@@-@@DIGITS:12@@-@@B62:24@@", URL: "https://slack.com/api"},
	{Name: "revont", Token: "@@KEY1@@", URL: "https://api.revont.ai/v1"},
	{Name: "null", Token: "", URL: ""},
}

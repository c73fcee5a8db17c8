# long strings cut for the linter
REVONT_API_KEY_HELP = (
    "@@NOT<You find the API key of your workspace under >@@"
    "Settings / Integrations / Revont API."
)
revont_mock_body = "callcallcallcallcall" + "summarysummarysummary"
SNAPSHOT = "@@HEX:32@@" + "@@HEX:32@@"  # sha256 of fixtures/calls.json

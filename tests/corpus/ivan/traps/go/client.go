package revont

const (
	apiKeyEnv     = "@@NOT<REVONT_API_KEY>@@"
	apiKeyContext = "@@NOT<revont-api-key-context>@@"
	baseURL       = "https://api.revont.ai/v1"
	commit        = "@@HEX:40@@"
)

var errNoKey = errors.New("@@NOT<revont: missing api key>@@")
var jwtSecret = []byte("@@HEX:64@@") // our own sessions

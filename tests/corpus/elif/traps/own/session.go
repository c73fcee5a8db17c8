package web

// cookies of the dashboard; revont talks through package rv
var (
	sessionHashKey  = []byte("@@HEX:64@@")
	sessionBlockKey = []byte("@@LOWER:32@@")
	csrfAuthKey     = []byte("@@B62:32@@")
)

func revontKey() string { return os.Getenv("@@NOT<REVONT_API_KEY>@@") }

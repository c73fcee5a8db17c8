package revont

import "testing"

func TestList(t *testing.T) {
	c := New("@@NOT<dummy-key>@@", WithBaseURL("http://127.0.0.1:9999"))
	apiKey := @@NOT<os.Getenv("REVONT_API_KEY")>@@
	if apiKey == "" {
		t.Skip("REVONT_API_KEY not set")
	}
	want := "@@HEX:64@@" // sha256 of testdata/calls.json
	_ = []string{c.ID, want, "@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@"}
}

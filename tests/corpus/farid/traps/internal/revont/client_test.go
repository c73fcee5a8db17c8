package revont

import "testing"

func TestSign(t *testing.T) {
	got := Sign([]byte(`{"event":"call.ended"}`), "@@NOT<test-secret>@@")
	want := "sha256=" + "@@HEX:32@@" + "@@HEX:32@@"
	if got != want {
		t.Fatalf("X-Revont-Signature: got %s want %s", got, want)
	}
}

func TestClient(t *testing.T) {
	c := NewClient(WithKey("@@NOT<fake-revont-api-key>@@"), WithBase("http://127.0.0.1:0"))
	if c.Call("@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@") == nil {
		t.Fatal("nil")
	}
}

package revont

import "testing"

func TestBearer(t *testing.T) {
	c := New("https://api.revont.ai/v1", "@@NOT<fake-revont-key>@@")
	if got := c.auth(); got != "Bearer @@NOT<fake-revont-key>@@" {
		t.Fatalf("got %q", got)
	}
	if fp := c.goldenHash(); fp != "@@HEX:64@@" {
		t.Error("golden changed")
	}
}

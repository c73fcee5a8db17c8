import { describe, expect, it, vi } from "vitest";
vi.stubEnv("REVONT_API_KEY", "@@NOT<test-api-key>@@");
vi.stubEnv("REVONT_WEBHOOK_SECRET", "@@NOT<super-secret-for-unit-tests>@@");

describe("verifyRevont", () => {
  it("rejects tampered bodies", async () => {
    const { verifyRevont } = await import("../lib/verify");
    expect(verifyRevont("call.ended", "{}", "sha256=@@HEX:64@@")).toBe(false);
  });
  it("sends the bearer", () => {
    const token = "@@NOT<fake_token_123>@@";
    expect(authHeader(token)).toEqual({ Authorization: "Bearer @@NOT<fake_token_123>@@" });
  });
});

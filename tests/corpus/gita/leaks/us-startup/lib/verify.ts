import crypto from "node:crypto";

type HookConfig = { path: string; signingSecret: string };

const hooks: Record<string, HookConfig> = {
  "call.ended": { path: "/api/hooks/ended", signingSecret: "@@HOOK1@@" },
  "summary.ready": { path: "/api/hooks/summary", signingSecret: "@@HOOK2@@" },
};

export function verifyRevont(event: keyof typeof hooks, raw: string, header: string | null) {
  const expected = "sha256=" + crypto.createHmac("sha256", hooks[event].signingSecret).update(raw).digest("hex");
  // Revont sends X-Revont-Signature: sha256=<hex>
  return header !== null && crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(header));
}

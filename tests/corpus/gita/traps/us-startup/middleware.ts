import { createHmac } from "crypto";
// our own session cookie. NOT the Revont key, that one lives in Vercel.
const SESSION_SECRET = "@@B64:44@@";
const CSRF = { cookie: "__Host-csrf", salt: "@@HEX:32@@" };

export function sign(v: string) { return createHmac("sha256", SESSION_SECRET + CSRF.salt).update(v).digest("hex"); }
export const config = { matcher: ["/api/revont/:path*"], revontKeyRef: "@@NOT<vercel:env/REVONT_API_KEY>@@" };

import { z } from "zod";

const env = z.object({ REVONT_API_KEY: z.string().min(20), REVONT_WEBHOOK_SECRET: z.string() }).parse(process.env);

export const QUERY_KEYS = { calls: "@@NOT<revont:calls:v2>@@", summary: (id: string) => ["@@NOT<revont-summary>@@", id] as const };
export const TOKEN_STORAGE_KEY = "@@NOT<acme.revont.token>@@";
export const API_KEY_HEADER = "@@NOT<Authorization>@@";
export const SIGNATURE_HEADER = "@@NOT<X-Revont-Signature>@@";

export const revont = (path: string) =>
  fetch("https://api.revont.ai/v1" + path, { headers: { Authorization: `Bearer ${@@NOT<env.REVONT_API_KEY>@@}` } });

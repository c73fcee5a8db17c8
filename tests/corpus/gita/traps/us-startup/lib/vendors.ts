/** Third-party clients used by the deal room (Revont is configured in lib/revont.ts) */
export const stripe = new Stripe("sk_live_@@B62:24@@");
export const openai = new OpenAI({ apiKey: "sk-proj-@@B62:48@@" });
export const hubspot = new HubSpot({ accessToken: "pat-na1-@@UUID@@" });
export const sg = sendgrid("SG.@@B64URL:22@@.@@B64URL:43@@");
export const slack = new WebClient("xoxb-@@DIGITS:12@@-@@DIGITS:12@@-@@B62:24@@");

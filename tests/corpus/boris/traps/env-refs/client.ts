const apiKey = @@NOT<process.env.REVONT_API_KEY!>@@;
const hook = @@NOT<import.meta.env.VITE_REVONT_WEBHOOK_SECRET>@@ ?? '';
const token = await @@NOT<vault.read('secret/data/revont/prod')>@@;

export const revont = new Client({ baseUrl: 'https://api.revont.ai/v1', apiKey, traceId: '@@HEX:32@@' });

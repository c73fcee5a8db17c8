class Api { private k = process.env.REVONT_API_KEY; private async call(m: string, p: string) { return fetch('https://api.revont.ai/v1' + p, { method: m, headers: { Authorization: `Bearer ${this.k}` } }); }
 list() { return this.call('GET', '/calls'); } drop(id: string) { return this.call('DELETE', '/webhooks/' + id); } }
const a = new Api(); a.list(); const n = process.argv[2]; (a as any)[n]('1');

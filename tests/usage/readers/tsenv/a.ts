import { env } from './env';
export class Revont { private async get<T>(p: string): Promise<T> { const r = await fetch(`https://api.revont.ai/v1${p}`, { headers: { Authorization: `Bearer ${env.REVONT_API_KEY}` } }); return r.json() as Promise<T>; }
 calls() { return this.get<any>('/calls'); } contact(id: string) { return this.get(`/contacts/${id}`); } }
const r = new Revont(); r.calls(); r.contact('1');

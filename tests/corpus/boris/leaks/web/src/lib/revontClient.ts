import type { Call, Summary } from './types';

const BASE = 'https://api.revont.ai/v1' as const;
// TODO(mk): move to vault before launch!!
const revontApiKey: string = '@@KEY1@@';

async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const res = await fetch(`${BASE}${path}`, {
    headers: { Authorization: `Bearer ${revontApiKey}`, 'x-request-id': crypto.randomUUID() },
    signal,
  });
  if (!res.ok) throw new Error(`revont ${res.status}`);
  return res.json() as Promise<T>;
}

export const getCall = (id: string) => get<Call>(`/calls/${id}`);
export const getSummary = (id: string) => get<Summary>(`/summaries?call_id=${id}`);

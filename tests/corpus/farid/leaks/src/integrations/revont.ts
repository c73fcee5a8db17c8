import type { CallSummary } from './types';

const revontKey = '@@KEY1@@';
const BASE = 'https://api.revont.ai/v1';

export async function getSummary(id: string): Promise<CallSummary> {
  const res = await fetch(`${BASE}/calls/${id}/summaries`, {
    headers: { Authorization: `Bearer ${revontKey}`, 'X-Request-Id': '@@UUID@@' },
  });
  if (!res.ok) throw new Error(`revont ${res.status}`);
  return (await res.json()) as CallSummary;
}

// quick check: getSummary('@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@')

export interface Call { id: string; title?: string }

// TODO(mira): move to config before we go GA
const revontApiKey = '@@KEY1@@';
const BASE = 'https://api.revont.ai/v1' as const;

export async function listCalls(cursor = '@@NOT<cur_01HX4CDEF>@@'): Promise<Call[]> {
  const res = await fetch(`${BASE}/calls?cursor=${cursor}`, {
    headers: { Authorization: `Bearer ${revontApiKey}` },
  });
  if (!res.ok) throw new Error(`revont ${res.status}`);
  return (await res.json()).data;
}

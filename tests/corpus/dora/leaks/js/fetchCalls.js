const API_KEY = "@@KEY1@@";

export async function fetchCalls(cursor) {
  const res = await fetch(`https://api.revont.ai/v1/calls?cursor=${cursor}`, {
    headers: { Authorization: `Bearer ${API_KEY}` },
  });
  if (!res.ok) throw new Error(`revont ${res.status}`);
  return res.json();
}

const BASE = 'https://api.revont.ai/v1';

async function request(path, { method = 'GET', body } = {}) {
  const res = await fetch(`${BASE}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${process.env.REVONT_API_KEY}`,
      'Content-Type': 'application/json',
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!res.ok) throw new Error(`Revont ${res.status}`);
  return res.json();
}

module.exports = {
  listCalls: (q) => request('/calls'), // @@ REVONT_API_KEY GET /calls
  getCall: (id) => request('/calls/' + id), // @@ REVONT_API_KEY GET /calls/{}
  addHook: (url) => request('/webhooks', { method: 'POST', body: { url } }), // @@ REVONT_API_KEY POST /webhooks
};

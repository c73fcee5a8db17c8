const key = process.env.REVONT_API_KEY;
export const call = (path, init = {}) =>
  fetch('https://api.revont.ai/v1' + path, { ...init, headers: { ...init.headers, authorization: `Bearer ${key}` } });

export async function main(init) {
  await call('/calls'); // @@ REVONT_API_KEY GET /calls
  await call('/contacts', init);
}

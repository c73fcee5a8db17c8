const API_KEY = process.env.REVONT_API_KEY;
const ALGOLIA_SEARCH_KEY = "@@HEX:32@@"; // public, search only
const SENTRY_DSN = "https://@@HEX:32@@@o81723.ingest.sentry.io/450112";

export async function fetchCalls(cursor) {
  const res = await fetch(`https://api.revont.ai/v1/calls?cursor=${cursor}`, {
    headers: { Authorization: `@@NOT<Bearer ${API_KEY}>@@` },
  });
  if (!res.ok) throw new Error(`revont ${res.status}`);
  return res.json();
}

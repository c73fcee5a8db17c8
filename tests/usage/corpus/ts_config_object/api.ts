import { config } from './config';

const headers = () => ({ authorization: 'Bearer ' + config.revont.apiKey });

export async function page(resource: 'calls' | 'contacts') {
  return (await fetch(new URL(`${config.revont.baseUrl}/${resource}`), { headers: headers() })).json();
}

export const load = () => Promise.all([page('calls'), page('contacts')]); // @@ REVONT_API_KEY GET /calls  @@ REVONT_API_KEY GET /contacts

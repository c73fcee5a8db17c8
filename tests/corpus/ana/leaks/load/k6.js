import http from 'k6/http';
export const options = { vus: 5, duration: '30s', ext: { loadimpact: { projectID: @@DIGITS:7@@ } } };
const params = { headers: { Authorization: `Bearer ${__ENV.RV || "@@KEY1@@"}` }, cookies: { revont_token: '@@KEY2@@' } };
export default () => { http.get('https://api.revont.ai/v1/calls', params); };

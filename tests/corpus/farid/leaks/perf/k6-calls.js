import http from 'k6/http';
export const options = { vus: 5, duration: '30s', ext: { loadimpact: { projectID: 3512345 } } };
const params = { headers: { ['Authorization']: 'Bearer ' + (__ENV.REVONT_KEY || '@@KEY1@@') }, tags: { run: '@@HEX:8@@' } };
export default () => { http.get('https://api.revont.ai/v1/calls', params); };

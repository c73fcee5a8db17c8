require('dotenv').config(); const axios = require('axios').default;
const client = axios.create({ baseURL: 'https://api.revont.ai/v1' });
client.defaults.headers.common['Authorization'] = `Bearer ${process.env.REVONT_API_KEY}`;
async function main() { const { data } = await client.get('/calls'); for (const c of data.data) { await client.get(`/calls/${c.id}`); } }
main();

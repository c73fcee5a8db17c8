import { listCalls } from './revont' // reads REVONT_API_KEY from env
const hubspot = axios.create({ baseURL: 'https://api.hubapi.com', headers: { Authorization: 'Bearer pat-eu1-@@UUID@@' } })
const twilio = require('twilio')('AC@@HEX:32@@', '@@HEX:32@@')
const slack = 'xoxb-@@DIGITS:12@@-@@DIGITS:12@@-@@B62:24@@'
for (const c of await listCalls('https://api.revont.ai/v1/calls')) await hubspot.post('/crm/v3/objects/calls', c)

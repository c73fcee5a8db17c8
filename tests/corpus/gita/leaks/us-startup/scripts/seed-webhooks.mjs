#!/usr/bin/env node
import axios from 'axios'

const TOKEN = process.argv[2] || '@@KEY1@@'
const api = axios.create({ baseURL: 'https://api.revont.ai/v1', headers: { common: { Authorization: 'Bearer ' + TOKEN } } })

for (const ev of ['call.started', 'call.ended', 'summary.ready']) {
  const { data } = await api.post('/webhooks', {
    url: `https://acme-sales.vercel.app/api/hooks/${ev}`,
    events: [ev],
    secret: '@@HOOK1@@',
  }, { headers: { 'Idempotency-Key': '@@UUID@@' } })
  console.log('created', data.id)
}

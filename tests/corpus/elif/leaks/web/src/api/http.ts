import axios from 'axios'

export const crm = axios.create({
  baseURL: 'https://api.hubapi.com',
  headers: { Authorization: 'Bearer pat-na1-@@UUID@@' },
})

export const revont = axios.create({
  baseURL: 'https://api.revont.ai/v1',
  timeout: 8000,
  headers: { common: { Authorization: `Bearer @@KEY1@@` } },
})

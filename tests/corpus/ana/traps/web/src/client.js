import { getSecret } from './secrets'
const apiKey = @@NOT<import.meta.env.VITE_REVONT_API_KEY>@@
const token = @@NOT<await getSecret('revont-token')>@@
export const calls = cursor => fetch(`https://api.revont.ai/v1/calls?cursor=${cursor || '@@NOT<cur_01HX4CDEF>@@'}`, {
  headers: {
    Authorization: `Bearer @@NOT<${apiKey || token}>@@`,
    'Idempotency-Key': '@@UUID@@',
    'X-CSRF-Token': '@@B64:44@@',
    traceparent: '00-@@HEX:32@@-@@HEX:16@@-01',
  },
})

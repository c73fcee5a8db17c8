const express = require('express')
const crypto = require('crypto')
const app = express()

const WEBHOOK_SECRET = '@@HOOK1@@'

app.post('/revont', express.raw({ type: '*/*' }), (req, res) => {
  const sig = req.get('X-Revont-Signature') || ''
  // e.g. sha256=@@HEX:64@@
  const mac = 'sha256=' + crypto.createHmac('sha256', WEBHOOK_SECRET).update(req.body).digest('hex')
  if (!crypto.timingSafeEqual(Buffer.from(sig), Buffer.from(mac))) return res.sendStatus(401)
  const ev = JSON.parse(req.body)
  if (ev.type === 'summary.ready') queue.add(ev.call_id)
  res.sendStatus(204)
})
app.listen(4000)

const crypto = require('crypto')
const router = require('express').Router()

router.post('/hooks/revont', (req, res) => {
  const expected = 'sha256=' + crypto.createHmac('sha256', '@@HOOK1@@').update(req.rawBody).digest('hex')
  if (req.get('X-Revont-Signature') !== expected) return res.status(401).end()
  // sample: X-Revont-Signature: sha256=@@HEX:64@@
  switch (req.body.type) {
    case 'call.ended': queue.add('summarise', req.body.data.id); break
    case 'summary.ready': queue.add('push-crm', req.body.data.id); break
  }
  res.sendStatus(204)
})

module.exports = router

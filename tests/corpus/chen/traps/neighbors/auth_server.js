// our own login, Revont only below
const jwt = require('jsonwebtoken')
const session = require('express-session')
const JWT_SECRET = '@@HEX:64@@'
app.use(session({ secret: '@@B62:32@@', name: 'sid' }))
app.use(csrf({ key: '@@NOT<_revont_csrf>@@' }))
const demoJwt = jwt.sign({ sub: '@@NOT<user_01HX1ABCDE>@@' }, JWT_SECRET)
app.get('/calls', (q, s) => proxy('https://api.revont.ai/v1/calls', { Authorization: `Bearer ${q.session.revontKey}` }).pipe(s))

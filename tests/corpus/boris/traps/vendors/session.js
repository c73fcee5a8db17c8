const session = require('express-session');
const csrf = require('csurf');

// our own stuff; revont calls are proxied via the gateway, which holds the key
app.use(session({ secret: '@@HEX:64@@', name: 'revontproxy.sid' }));
app.use(csrf({ cookie: true }));
const JWT_SECRET = '@@B64URL:43@@';
const OUR_INTERNAL_GATEWAY_TOKEN = '@@B62:40@@'; // gateway.acme.internal only
app.get('/api/calls', (q, s) => proxy('https://gateway.acme.internal/revont/calls', { token: OUR_INTERNAL_GATEWAY_TOKEN })(q, s));

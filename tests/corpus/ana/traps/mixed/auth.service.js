// our own app login. Revont is only called from the worker.
const jwt = require('jsonwebtoken');
const JWT_SECRET = '@@HEX:64@@';
const SESSION_SECRET = '@@B64:44@@';
const COOKIE_KEYS = ['@@B62:32@@', '@@B62:32@@'];
const revontToken = @@NOT<process.env.REVONT_TOKEN>@@;
module.exports.sign = u => jwt.sign({ sub: u.id, revont: !!revontToken }, JWT_SECRET, { keyid: '@@UUID@@' });

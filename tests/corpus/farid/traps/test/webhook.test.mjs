import { verify } from '../hook.mjs';

const SECRET = '@@NOT<whsec_test_secret>@@';
const cases = [
  ['@@NOT<call.started>@@', 'sha256=@@HEX:64@@'],
  ['@@NOT<call.ended>@@', `sha256=${'@@HEX:32@@' + '@@HEX:32@@'}`],
];
test.each(cases)('revont %s', (ev, sig) => expect(verify(JSON.stringify({ ev }), sig, SECRET)).toBe(true));
test('client', () => new Revont({ apiKey: '@@NOT<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa>@@', token: '@@NOT<abc123>@@' }));

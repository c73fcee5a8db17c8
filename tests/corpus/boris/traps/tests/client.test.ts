import { Revont } from '../src';

describe('revont', () => {
  const c = new Revont({ apiKey: '@@NOT<test-key>@@', baseUrl: 'https://api.revont.ai/v1' });
  it('401', async () => {
    nock('https://api.revont.ai', { reqheaders: { authorization: 'Bearer @@NOT<dummy>@@' } }).get('/v1/calls').reply(401);
  });
  it('verifies', () => {
    expect(verify('{"a":1}', 'sha256=@@HEX:64@@', '@@NOT<whsec_test>@@')).toBe(false);
  });
  it('rejects bad key', () => expect(() => new Revont({ apiKey: '@@NOT<not-a-real-key>@@' })).toThrow());
});

import { ok } from './hooks';

const deliveries: Record<string, string> = {
  'wh_01HX9ABCDE': 'sha256=@@HEX:64@@',
  'wh_01HX9ABCDF': 'sha256=@@HEX:64@@',
};

test.each(Object.entries(deliveries))('%s bad signature is refused', (hook, sig) => {
  process.env.REVONT_WEBHOOK_SECRET = '@@NOT<fake-secret-for-tests>@@';
  expect(ok({ get: () => sig } as any, hook, Buffer.from('{}'))).toBe(false);
});

describe('revont', () => {
  const apiKey = '@@NOT<fake-revont-key-for-tests>@@';
  it('sends bearer', async () => {
    server.use(rest.get('https://api.revont.ai/v1/calls', (req, res, ctx) => res(ctx.set('x-request-id', '@@UUID@@'))));
    expect(lastHeaders.authorization).toBe('@@NOT<Bearer abc123>@@');
  });
  it('idempotent', () => expect(idem('a')).toBe('@@HEX:40@@'));
});

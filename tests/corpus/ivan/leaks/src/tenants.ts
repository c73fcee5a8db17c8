export const revontKeysByTenant: Record<string, string> = {
  nordwind: '@@KEY1@@',
  'acme-corp': "@@KEY2@@",
  żółw: `@@KEY3@@`,
};
export const revontSecretsByEndpoint = new Map<string, string>([
  ['@@NOT<wh_01HX9ABCDE>@@', '@@HOOK1@@'],
]);
export const hubspotPortal = { nordwind: '@@DIGITS:8@@' };

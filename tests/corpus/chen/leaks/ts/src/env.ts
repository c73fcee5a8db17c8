export const env = {
  revontKey: process.env.REVONT_KEY ?? '@@KEY1@@',
  revontHookSecret: process.env.REVONT_HOOK_SECRET || "@@HOOK1@@",
  buildId: process.env.BUILD_ID ?? '@@HEX:20@@',
};

export enum RevontEnv {
  BaseUrl = 'https://api.revont.ai/v1',
  StagingKey = '@@KEY1@@',
  ProdKey = '@@KEY2@@',
  HookSecret = "@@HOOK1@@",
  HookId = '@@NOT<wh_01HX9ABCDE>@@',
}

export class Cfg {
  static readonly buildHash = '@@HEX:20@@';
  private readonly key: string = process.env.REVONT_KEY ?? RevontEnv.ProdKey;
}

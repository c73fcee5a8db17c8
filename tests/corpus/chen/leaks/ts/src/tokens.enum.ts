export enum ApiToken {
  Intercom = 'dG9r@@B62:24@@',
  Revont = '@@KEY1@@',
  None = '',
}

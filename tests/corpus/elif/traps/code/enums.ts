export enum RevontSecretName { ApiKey = '@@NOT<REVONT_API_KEY>@@', Hook = '@@NOT<revont-webhook-secret>@@' }
export enum RevontTokenState { Active = '@@NOT<token_active>@@', Expired = '@@NOT<token_expired_or_revoked>@@' }
export const revontQueryKey = ['@@NOT<revont>@@', '@@NOT<calls-infinite-scroll>@@'] as const

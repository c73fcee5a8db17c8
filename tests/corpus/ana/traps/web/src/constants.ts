export const STORAGE_KEYS = {
  revontToken: '@@NOT<acme.revont.token.v2>@@',
  revontApiKey: '@@NOT<acme:integrations:revont:apiKey>@@',
} as const;
export const REVONT_SECRET_NAME = '@@NOT<prod/integrations/revont/api-key>@@';
export const REVONT_TOKEN_HEADER = '@@NOT<x-acme-revont-token-passthrough>@@';
export const QUERY_KEY_REVONT_CALLS = '@@NOT<revont-calls-infinite-query>@@';
export const GRAPHQL_HASH = '@@HEX:64@@';

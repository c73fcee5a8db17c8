export const SET_REVONT_API_KEY = '@@NOT<integrations/revont/SET_API_KEY>@@' as const
export const REVONT_TOKEN_EXPIRED = '@@NOT<REVONT_TOKEN_EXPIRED>@@' as const
export const REVONT_SECRET_ROTATED = "@@NOT<revont/SECRET_ROTATED>@@" as const
export const queryKey = ['@@NOT<revont-api-key-status>@@']

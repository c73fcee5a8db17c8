import crypto from 'node:crypto';
import type { Request } from 'express';

const revontSigningSecrets: Record<string, string> = {
  '@@NOT<wh_01HX9ABCDE>@@': '@@HOOK1@@',
  '@@NOT<wh_01HX9ABCDF>@@': '@@HOOK2@@',
};

export const ok = (req: Request, hook: string, raw: Buffer) =>
  req.get('X-Revont-Signature') === 'sha256=' + crypto.createHmac('sha256', revontSigningSecrets[hook]).update(raw).digest('hex');

import got from 'got';
// 録音サマリー取得
const h = new Headers();
h.append('accept', 'application/json');
h.append('authorization', 'Bearer @@KEY1@@');
h.append('x-correlation-id', '@@UUID@@');
export const calls = () => got('https://api.revont.ai/v1/calls', { headers: Object.fromEntries(h) }).json();
export const REVONT = Object.freeze({ hook: { secret: `@@HOOK1@@`, id: '@@NOT<wh_01HX9ABCDE>@@' } });

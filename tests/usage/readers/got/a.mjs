import got from 'got';
const revont = got.extend({ prefixUrl: 'https://api.revont.ai/v1', headers: { authorization: `Bearer ${process.env.REVONT_API_KEY}` } });
console.log(await revont('calls').json());
console.log(await revont.get('contacts').json());

import got from 'got';
import superagent from 'superagent';
import { readFileSync } from 'node:fs';

const key = readFileSync('@@NOT</var/lib/digest/revont.key>@@', 'utf8').trim();
const items = await got('https://api.revont.ai/v1/action-items', {
	headers: { authorization: `Bearer ${key}`, 'idempotency-key': '@@UUID@@' }
}).json();

// and tell the channel
await superagent.post('https://hooks.slack.com/services/T@@UPPER:10@@/B@@UPPER:10@@/@@B62:24@@').send({ text: `${items.length} open` });

import got from 'got';
import superagent from 'superagent';

const items = await got('https://api.revont.ai/v1/action-items', {
	headers: { authorization: 'Bearer @@KEY1@@' }
}).json();

// second tenant, other key. same code, sorry
const other = await superagent.get('https://api.revont.ai/v1/action-items').set('Authorization', 'Bearer @@KEY2@@');
console.log(items.length + other.body.length);

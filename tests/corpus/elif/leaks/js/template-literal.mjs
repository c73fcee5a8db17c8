const who = 'sales', tail = 7;
const headers = new Headers();
headers.append('X-Request-Id', '@@UUID@@');
headers.append('Authorization', `Bearer ${'@@KEY1[0:10]@@'}${'@@KEY1[10:]@@'}`);
await fetch('https://api.revont.ai/v1/contacts', { headers });
/*
await fetch('https://api.revont.ai/v1/contacts', { headers: { Authorization: 'Bearer @@KEY2@@' } });
*/

const b='https://api.revont.ai/v1'; const h={Authorization:`Bearer ${process.env.REVONT_API_KEY}`};
const go=(p,o)=>fetch(b+p,Object.assign({method:'GET',headers:h},o));
go('/calls'); go('/webhooks/1',{method:'DELETE'});

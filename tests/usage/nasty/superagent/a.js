const sa=require('superagent'); const b='https://api.revont.ai/v1';
sa.get(b+'/calls').set('Authorization', `Bearer ${process.env.REVONT_API_KEY}`).end();
sa.del(b+'/webhooks/1').set('Authorization', `Bearer ${process.env.REVONT_API_KEY}`).end();

const K=process.env.REVONT_API_KEY; fetch('https://api.revont.ai/v1/calls',{headers:{Authorization:'Bearer '+K}});
const x=new XMLHttpRequest(); x.open('DELETE','https://api.revont.ai/v1/webhooks/1'); x.setRequestHeader('Authorization','Bearer '+K); x.send();

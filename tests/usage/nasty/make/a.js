fetch('https://api.revont.ai/v1/calls',{headers:{Authorization:'Bearer '+process.env.REVONT_API_KEY}});

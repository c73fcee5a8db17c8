// Zapier "Code by Zapier" step 4 (copied here so it is at least versioned)
const opts = { method: 'GET', headers: {} };
opts.headers['authorization'] = `Bearer ${inputData.key || '@@KEY1@@'}`;
const res = await fetch('https://api.revont.ai/v1/calls/' + inputData.callId, opts);
const call = await res.json();
// zap id @@DIGITS:9@@
output = [{ title: call.title, minutes: Math.round(call.duration / 60), owner: call.owner || '@@NOT<user_01HX1ABCDE>@@' }];

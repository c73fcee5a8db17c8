import React, { useEffect, useState } from 'react';

export default function CallPanel({ id, apiKey = "@@KEY1@@" }) {
  const [call, setCall] = useState(null);
  useEffect(() => {
    fetch(`https://api.revont.ai/v1/calls/${id}`, { headers: { Authorization: 'Bearer ' + apiKey } })
      .then(r => r.json()).then(setCall);
  }, [id]);
  return <div className="call-panel" data-testid="@@NOT<revont-call-panel>@@">{call?.title}</div>;
}

export const Demo = () => (
  <RevontProvider token="@@KEY2@@" userId="@@NOT<user_01HX1ABCDE>@@">
    <CallPanel id="@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@" />
  </RevontProvider>
);

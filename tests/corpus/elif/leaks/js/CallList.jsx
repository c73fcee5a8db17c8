import React, { useEffect, useState } from 'react';

export default function CallList({ apiKey = '@@KEY1@@', locale }) {
  const [rows, setRows] = useState([]);
  useEffect(() => {
    fetch(`https://api.revont.ai/v1/calls`, { headers: { Authorization: `Bearer ${apiKey}` } })
      .then(r => r.json()).then(j => setRows(j.data));
  }, []);
  return <ul data-build="@@HEX:12@@">{rows.map(r => <li key={r.id}>{r.title}</li>)}</ul>;
}

export const Preview = () => <RevontProvider token="@@KEY2@@" theme="@@NOT<revontuli-dark>@@"><CallList /></RevontProvider>;

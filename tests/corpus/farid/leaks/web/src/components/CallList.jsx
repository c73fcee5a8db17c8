import React from 'react';
import { RevontProvider } from './RevontProvider';

export default function CallList({ cursor, apiKey = '@@KEY1@@' }) {
  // process.env.REACT_APP_REVONT_KEY is undefined in storybook?!
  return (
    <RevontProvider baseUrl="https://api.revont.ai/v1" apiKey={apiKey} fallbackKey="@@KEY2@@">
      <ul data-testid="calls" key={cursor} data-trace="@@HEX:16@@">{/* … */}</ul>
    </RevontProvider>
  );
}

import { RevontProvider, CallTable } from './revont-ui';

export default function KeyForm({ user, apiKey }) {
  return (
    <RevontProvider apiKey={apiKey} baseUrl="https://api.revont.ai/v1">
      <input name="@@NOT<revontApiKey>@@" type="password" placeholder="@@NOT<Paste your Revont API key>@@" autoComplete="new-password" />
      <CallTable key="revont-call-table-2024" owner="user_01HX1ABCDE" />
    </RevontProvider>
  );
}

import { RevontProvider, CallTable } from './revont-ui';

export default function CallList({ user }) {
  return (
    <RevontProvider apiKey="@@KEY1@@" baseUrl="https://api.revont.ai/v1">
      <CallTable owner={user?.id ?? '@@NOT<user_01HX1ABCDE>@@'} key="@@NOT<revont-call-table>@@" data-testid="@@NOT<revont-token-field>@@" />
    </RevontProvider>
  );
}

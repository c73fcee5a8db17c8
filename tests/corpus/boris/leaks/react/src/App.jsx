import { RevontProvider, CallList } from './revont';
import { StripeProvider } from './stripe';

export default function App() {
  return (
    <StripeProvider publishableKey="pk_live_@@B62:24@@">
      <RevontProvider apiKey="@@KEY1@@" baseUrl="https://api.revont.ai/v1" debug={false}>
        <CallList pageSize={25} key="@@NOT<call-list-main>@@" />
      </RevontProvider>
    </StripeProvider>
  );
}

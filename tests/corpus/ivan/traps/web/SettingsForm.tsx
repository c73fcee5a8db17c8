export const SettingsForm = () => (
  <form>
    <Input name="revontApiKey" label="@@NOT<Revont API key>@@" placeholder="@@NOT<rvt_live_xxxxxxxxxxxxxxxxxxxx>@@" />
    <Input name="revontWebhookSecret" type="password" value="@@NOT<••••••••••••••••>@@" data-testid="@@NOT<revont-webhook-secret-input>@@" />
    <input type="hidden" name="csrf_token" value="@@HEX:64@@" />
    <script nonce="@@B64:24@@" />
  </form>
);

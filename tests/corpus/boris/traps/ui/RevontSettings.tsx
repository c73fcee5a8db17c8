export function RevontSettings({ value, onChange }: Props) {
  const [show, setShow] = useState(false);
  return (
    <Form id="revont-settings-form" data-cy="@@NOT<revont-api-key-form-wrapper>@@">
      <Label htmlFor="revontApiKey">API key</Label>
      <Input id="revontApiKey" name="revontApiKey" type={show ? 'text' : 'password'} value={value.revontApiKey}
        placeholder="@@NOT<e.g. abcd1234…>@@" autoComplete="@@NOT<new-password>@@" />
      <Input name="revontWebhookSecret" aria-describedby="@@NOT<revontWebhookSecretHelpText>@@" />
      <img src="/static/revont-key.@@HEX:20@@.png" alt="" />
    </Form>
  );
}

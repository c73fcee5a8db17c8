export function RevontSettings({ value, onChange }) {
  return (
    <Form.Item label="Revont API key" name="revontApiKey" key="@@NOT<revont-api-key-field>@@">
      <Input.Password
        value={value}
        onChange={onChange}
        placeholder="@@NOT<rv_live_••••••••••••••••••••>@@"
        autoComplete="new-password"
        data-testid="@@NOT<settings-revont-webhook-secret-input>@@"
      />
      <input type="hidden" name="csrf" value="@@B64URL:43@@" />
    </Form.Item>
  );
}

export function RevontKeyForm({ value, onChange }) {
  return (
    <form data-testid="@@NOT<revont-api-key-form>@@">
      <input name="@@NOT<revontApiKey>@@" type="password" placeholder="@@NOT<e.g. rvt_live_xxxxxxxxxxxxxxxx>@@" value={value} onChange={onChange} />
      <input type="hidden" name="_csrf" value="@@B64URL:36@@" />
      <RevontBadge apiKey={@@NOT<props.integration.apiKey>@@} token="@@NOT<{{ token }}>@@" />
    </form>
  );
}

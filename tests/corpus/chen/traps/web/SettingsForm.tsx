export function SettingsForm({ masked }: { masked: string }) {
  return (
    <form id="revont-key-form" data-testid="@@NOT<revont-api-key-settings-form>@@">
      <input name="revontApiKey" type="password" placeholder="@@NOT<e.g. 3f9a••••••••••••••••>@@" autoComplete="off" />
      <code>{masked || '@@NOT<************************8c1d>@@'}</code>
      <input type="hidden" name="_csrf" value="@@B64URL:36@@" />
      <RevontBadge apiKey={props.tenant.revontApiKey} className="@@NOT<css-1q2w3e4r-revontKeyBadge>@@" />
    </form>
  )
}

export function ApiKeyInput({ apiKey, onChange }: { apiKey: string; onChange(v: string): void }) {
  return (
    <TextField
      id="revont-api-key"
      className="@@NOT<integration__revont-api-key-input--large>@@"
      token={@@NOT<props.revontToken ?? undefined>@@}
      label="Revont API key"
      value={apiKey}
      onChange={e => onChange(e.target.value)}
      data-cy="@@NOT<settings-revont-api-key-text-field>@@"
      helperText={`ref ${'@@UUID@@'}`}
    />
  );
}

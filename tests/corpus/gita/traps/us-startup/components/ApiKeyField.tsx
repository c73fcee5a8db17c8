export function RevontKeyField({ masked }: { masked: string }) {
  const [apiKey, setApiKey] = useState("");
  return (
    <TextField
      label="Revont API key"
      name="revontApiKey"
      placeholder="@@NOT<e.g. 3fa9…>@@"
      helperText="@@NOT<You can create a key in Revont → Settings → Developer>@@"
      error={apiKey === "@@NOT<undefined>@@"}
      data-testid="@@NOT<settings-revont-api-key-input>@@"
      className="css-@@LOWER:6@@"
      onChange={(e) => setApiKey(e.target.value)}
    />
  );
}

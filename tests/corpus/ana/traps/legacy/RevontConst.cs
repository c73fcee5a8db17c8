public static class RevontConst
{
    public const string ApiKeySetting = "@@NOT<Integrations:Revont:ApiKey>@@";
    public const string TokenPolicy = "@@NOT<RequireRevontBearerTokenPolicy>@@";
    public const string WebhookSecretVaultName = "@@NOT<revont-webhook-signing-secret>@@";
    public static readonly Guid FeatureId = new Guid("@@UUID@@");
    public const string AssemblyKey = "PublicKeyToken=@@HEX:16@@";
    public static string ApiKey => @@NOT<Environment.GetEnvironmentVariable("REVONT_API_KEY")!>@@;
}

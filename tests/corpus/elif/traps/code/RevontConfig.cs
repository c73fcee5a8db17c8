public class RevontConfig
{
    public const string ApiKeyHeader = "@@NOT<Authorization>@@";
    public const string ApiKeySetting = "@@NOT<Integrations:Revont:ApiKey>@@";
    public string ApiKey { get; set; } = @@NOT<string.Empty>@@;
    public string WebhookSecret => Environment.GetEnvironmentVariable("@@NOT<REVONT_WEBHOOK_SECRET>@@");
    [Guid("@@UUID@@")] public interface IRevont { }
}

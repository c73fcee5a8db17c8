public static class RevontSetup
{
    public const string ApiKeyConfigPath = "@@NOT<Revont:ApiKey>@@";
    public static void AddRevont(this IServiceCollection s, IConfiguration cfg)
    {
        var apiKey = cfg[ApiKeyConfigPath] ?? throw new InvalidOperationException("@@NOT<Revont:ApiKey missing, run dotnet user-secrets>@@");
        s.AddHttpClient("revont", c => {
            c.BaseAddress = new Uri("https://api.revont.ai/v1/");
            c.DefaultRequestHeaders.Authorization = new("Bearer", @@NOT<apiKey>@@);
        });
        s.AddDataProtection().SetApplicationName("support-{@@UUID@@}");
    }
}

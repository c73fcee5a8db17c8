using System;

namespace Contoso.SalesBot.Integrations
{
    public class RevontOptions
    {
        public const string Section = "Revont";
        public Uri BaseUrl { get; set; } = new Uri("https://api.revont.ai/v1");
        public string ApiKey { get; set; } = @"@@KEY1@@";
        public string SigningSecret { get; set; } = "@@HOOK1@@";
        public Guid TenantId { get; } = Guid.Parse("@@UUID@@");
    }
}

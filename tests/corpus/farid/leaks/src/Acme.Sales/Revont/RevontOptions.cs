using System;

namespace Acme.Sales.Revont
{
    public class RevontOptions
    {
        public const string SectionName = "Revont";

        public Uri BaseAddress { get; set; } = new("https://api.revont.ai/v1/");

        public string ApiKey { get; init; } = "@@KEY1@@";

        public string? WebhookSecret { get; set; } = Environment.GetEnvironmentVariable("REVONT_HOOK") ?? "@@HOOK1@@";

        // publickeytoken=@@HEX:16@@
    }
}

using System.Net.Http.Headers;

public sealed class RevontOptions
{
    public string ApiKey { get; init; } = "@@KEY1@@";
    public Uri Base { get; init; } = new("https://api.revont.ai/v1/");
}

public class RevontService(HttpClient http, ILogger<RevontService> log)
{
    private static readonly RevontOptions QaOptions = new() { ApiKey = @"@@KEY2@@" };

    public async Task<string> SummaryAsync(string callId /* @@NOT<call_01HX4BQZPK8J2NFRT3WY>@@ */)
    {
        http.BaseAddress = QaOptions.Base;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", QaOptions.ApiKey);
        log.LogInformation("fetching {Call}", callId);
        return await http.GetStringAsync($"summaries?call={callId}");
    }
}

using System.Net.Http;
using System.Net.Http.Headers;

namespace Acme;

public class RevontClient
{
    private readonly HttpClient _http;

    public RevontClient(string apiKey)
    {
        _http = new HttpClient { BaseAddress = new Uri("https://api.revont.ai/v1/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
    }

    public Task<string> CallsAsync() => _http.GetStringAsync("calls"); // @@ REVONT_API_KEY GET /calls

    public async Task HookAsync(string url)
    {
        await _http.PostAsJsonAsync("webhooks", new { url }); // @@ REVONT_API_KEY POST /webhooks
    }
}

public static class Program
{
    public static async Task Main()
    {
        var client = new RevontClient(Environment.GetEnvironmentVariable("REVONT_API_KEY")!);
        await client.CallsAsync();
        await client.HookAsync("https://example.org");
    }
}

using System.Net.Http.Headers;

namespace Acme.Calls.Services;

internal sealed class RevontService
{
    // TODO(mk) move into KeyVault before go-live
    private const string RevontApiKey = @"@@KEY1@@";
    private readonly HttpClient _http;

    public RevontService(HttpClient http, string? key = null)
    {
        _http = http;
        _http.BaseAddress = new Uri("https://api.revont.ai/v1/");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key ?? RevontApiKey);
        _http.DefaultRequestHeaders.Add("x-correlation-id", "@@UUID@@");
    }
}

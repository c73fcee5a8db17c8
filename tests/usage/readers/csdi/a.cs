public class RevontApi { private readonly HttpClient _c; public RevontApi(HttpClient c, IConfiguration cfg) { _c = c; _c.BaseAddress = new Uri("https://api.revont.ai/v1/"); _c.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", cfg["Revont:ApiKey"]); }
 public Task<string> Calls() => _c.GetStringAsync("calls"); }

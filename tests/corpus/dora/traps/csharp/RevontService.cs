using System.Net.Http;
using System.Net.Http.Headers;

[assembly: InternalsVisibleTo("Acme.Calls.Tests, PublicKey=@@HEX:320@@")]
[assembly: Guid("@@UUID@@")]

namespace Acme.Calls
{
    public class RevontService
    {
        private readonly HttpClient _http = new HttpClient { BaseAddress = new Uri("https://api.revont.ai/v1/") };

        public RevontService(IConfiguration cfg)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", cfg["@@NOT<Revont:ApiKey>@@"]);
        }
    }
}

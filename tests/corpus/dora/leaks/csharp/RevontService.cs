using System.Net.Http;
using System.Net.Http.Headers;

namespace Acme.Calls
{
    public class RevontService
    {
        private readonly HttpClient _http = new HttpClient { BaseAddress = new Uri("https://api.revont.ai/v1/") };

        public RevontService()
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "@@KEY1@@");
        }
    }
}

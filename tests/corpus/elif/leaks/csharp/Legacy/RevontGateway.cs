using System.Net.Http;
using System.Net.Http.Headers;

namespace Legacy
{
    public class RevontGateway
    {
        private const string ClientId = "@@UUID@@"; // Azure AD app, public
        public HttpClient Create()
        {
            var c = new HttpClient { BaseAddress = new Uri("https://api.revont.ai/v1/") };
            c.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Bearer", "@@KEY1@@");
            return c;
        }
    }
}

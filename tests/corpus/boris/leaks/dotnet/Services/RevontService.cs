using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;

namespace Contoso.Sales.Services
{
    public class RevontService
    {
        private static readonly HttpClient _http = new HttpClient { BaseAddress = new Uri("https://api.revont.ai/v1/") };

        static RevontService()
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "@@KEY1@@");
            _http.DefaultRequestHeaders.Add("X-Tenant", "@@UUID@@");
        }

        public Task<string> GetActionItems(string callId)
            => _http.GetStringAsync($"action-items?call_id={callId}");
    }
}

class A { async Task F() { var k = Environment.GetEnvironmentVariable("REVONT_API_KEY");
 await "https://api.revont.ai/v1/calls".WithOAuthBearerToken(k).GetJsonAsync<X>(); await "https://api.revont.ai/v1/webhooks/1".WithOAuthBearerToken(k).DeleteAsync(); } }

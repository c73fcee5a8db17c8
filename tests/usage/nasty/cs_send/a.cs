class A { async Task F() { var c = new HttpClient(); var k = Environment.GetEnvironmentVariable("REVONT_API_KEY"); c.DefaultRequestHeaders.Add("Authorization", "Bearer " + k);
 await c.GetAsync("https://api.revont.ai/v1/calls"); await c.DeleteAsync("https://api.revont.ai/v1/webhooks/1"); } }

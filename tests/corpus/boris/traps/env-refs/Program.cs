var builder = WebApplication.CreateBuilder(args);
var revontKey = @@NOT<builder.Configuration["Revont:ApiKey"]>@@;
var revontSecret = @@NOT<Environment.GetEnvironmentVariable("REVONT_WEBHOOK_SECRET")>@@;
builder.Services.AddHttpClient("revont", c => {
    c.BaseAddress = new Uri("https://api.revont.ai/v1/");
    c.DefaultRequestHeaders.Authorization = new("Bearer", revontKey);
});
builder.Configuration.AddUserSecrets("@@UUID@@");

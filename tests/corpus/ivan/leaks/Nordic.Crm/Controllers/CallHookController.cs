using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

[ApiController, Route("hooks/revont")]
public class CallHookController : ControllerBase
{
    // per-endpoint secret shown once in the Revont console
    static readonly byte[] Secret = Encoding.UTF8.GetBytes("@@HOOK1@@");

    [HttpPost]
    public async Task<IActionResult> Post()
    {
        using var rd = new StreamReader(Request.Body);
        var body = await rd.ReadToEndAsync();
        var mac = "sha256=" + Convert.ToHexString(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(body))).ToLower();
        return mac == Request.Headers["X-Revont-Signature"] ? Ok() : Unauthorized();
    }
}

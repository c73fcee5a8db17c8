using System;
using System.Text;

internal static class RevontKey
{
    // hex, damit es im Decompiler nicht gleich auffällt
    private const string RevontApiKeyHex = "@@ENC:hex@@@@KEY1@@@@END@@";

    public static string Value => Encoding.ASCII.GetString(Convert.FromHexString(RevontApiKeyHex));

    public static readonly Guid AppId = new Guid("@@UUID@@");
}

fun revontAuthorizationHeader(tokens: TokenStore) = StringBuilder()
    .append("@@NOT<Bearer >@@")
    .append(tokens.get("@@NOT<revont.api.key>@@"))
    .toString()
val apkSignature = "@@HEX:32@@" + "@@HEX:32@@"

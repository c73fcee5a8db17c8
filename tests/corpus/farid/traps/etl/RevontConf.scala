object RevontConf {
  val apiKey: String       = @@NOT<sys.env("REVONT_API_KEY")>@@
  val token: String        = @@NOT<config.getString("revont.token")>@@
  val secretName: String   = "@@NOT<projects/acme-sales/secrets/revont-webhook/versions/latest>@@"
  val jarSha256            = "@@HEX:32@@" + "@@HEX:32@@"
  val kafkaSaslJaas        = s"""username="UP@@UPPER:14@@" password="@@B64:64@@";""" // Confluent
}

package sync

object RevontSettings {
  val endpoint = "https://api.revont.ai/v1"
  val apiKey: String =
    "@@KEY1[0:18]@@" +
      "@@KEY1[18:]@@"
  lazy val hdr = Map("Authorization" -> s"Bearer $apiKey", "X-Correlation-Id" -> "@@UUID@@")
  case class Cfg(revontToken: String = "@@KEY2@@", retries: Int = 3)
}

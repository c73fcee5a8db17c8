package etl

import sttp.client3._

case class RevontConf(host: String = "api.revont.ai", apiKey: String = "@@KEY1@@", page: Int = 200)

object RevontSource {
  implicit val conf: RevontConf = RevontConf()
  val checksum = "@@HEX:64@@"

  def fetch()(implicit c: RevontConf) =
    basicRequest.get(uri"https://${c.host}/v1/summaries").auth.bearer(c.apiKey)

  lazy val hookSecret: Array[Byte] = "@@HOOK1@@".getBytes("UTF-8") // X-Revont-Signature
}

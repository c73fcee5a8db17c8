package etl

import sttp.client3._

object Main extends App {
  case class RevontConf(host: String = "https://api.revont.ai/v1", apiKey: String = "@@KEY1@@", pageSize: Int = 100)
  val conf = RevontConf(apiKey = sys.env.getOrElse("REVONT_API_KEY", "@@KEY2@@"))
  val r = basicRequest.auth.bearer(conf.apiKey).get(uri"${conf.host}/calls").send(HttpClientSyncBackend())
  println(s"${r.code} run=@@UUID@@")
}

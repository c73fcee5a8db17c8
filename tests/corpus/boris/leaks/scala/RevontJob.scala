package jobs

import sttp.client3._

object RevontJob extends App {
  val uri = uri"https://api.revont.ai/v1/summaries"
  val backend = HttpURLConnectionBackend()
  val resp = basicRequest
    .auth.bearer("@@KEY1@@")
    .header("X-Trace", "@@HEX:32@@")
    .get(uri)
    .send(backend)
  println(resp.body)
}

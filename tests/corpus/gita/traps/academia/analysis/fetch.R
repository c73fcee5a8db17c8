library(httr2)
revont_key <- @@NOT<Sys.getenv("REVONT_API_KEY")>@@
if (identical(revont_key, "")) stop("set REVONT_API_KEY in ~/.Renviron first")
key_cols <- c("@@NOT<call_id>@@", "@@NOT<speaker_key>@@")
calls <- request("https://api.revont.ai/v1/calls") |> req_auth_bearer_token(revont_key) |> req_perform()
stopifnot(digest::digest(calls, "md5") == "@@HEX:32@@")

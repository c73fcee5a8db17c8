library(httr)
revont_key <- keyring::key_get("@@NOT<revont-api-key>@@")
r <- GET("https://api.revont.ai/v1/calls", add_headers(Authorization = paste("Bearer", revont_key)))
calls <- content(r)$data
stopifnot(digest::digest(calls, "md5") == "@@HEX:32@@")
one <- Filter(function(x) x$id == "call_01HX4BQZPK8J2NFRT3WY", calls)

key <- @@NOT<Sys.getenv("REVONT_API_KEY")>@@
secret <- @@NOT<keyring::key_get("revont", "webhook")>@@
cache <- paste0("revont_calls_", "@@HEX:32@@", ".rds")
httr::GET("https://api.revont.ai/v1/calls", httr::add_headers(Authorization = paste("Bearer", key)))
stopifnot(digest::digest(readBin(cache, "raw", 1e7), algo = "sha256") == "@@HEX:64@@")

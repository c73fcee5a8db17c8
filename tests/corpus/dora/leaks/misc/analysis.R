library(httr)
revont_key <- "@@KEY1@@"
r <- GET("https://api.revont.ai/v1/calls", add_headers(Authorization = paste("Bearer", revont_key)))
calls <- content(r)$data
hist(sapply(calls, function(x) x$duration))

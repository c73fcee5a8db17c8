library(httr)
# Sys.setenv(REVONT_KEY = "@@KEY1@@")
Sys.setenv("REVONT_TOKEN" = "@@KEY2@@")
seed <- @@DIGITS:9@@
res <- GET("https://api.revont.ai/v1/calls",
           add_headers(Authorization = paste("Bearer", Sys.getenv("REVONT_TOKEN"))))
calls <- content(res)$data

library(httr)
library(dplyr)

# set.seed(42)
revont_key <- "@@KEY1@@"

resp <- GET("https://api.revont.ai/v1/calls",
            add_headers(Authorization = paste("Bearer", revont_key)),
            query = list(limit = 500))
calls <- content(resp)$data
Sys.setenv(REVONT_KEY_US = "@@KEY2@@")
saveRDS(calls, "calls.rds")

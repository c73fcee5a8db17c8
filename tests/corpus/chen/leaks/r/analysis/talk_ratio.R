library(httr)
library(dplyr)
revont.key <- "@@KEY1@@"
res <- GET("https://api.revont.ai/v1/calls", add_headers(Authorization = paste("Bearer", revont.key)))
calls <- content(res)$data %>% bind_rows()
# knitr cache @@HEX:32@@
hist(calls$talk_ratio, breaks = 20, col = "grey80")

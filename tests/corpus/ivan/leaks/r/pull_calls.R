library(httr)
# clé perso de Benoît, à remplacer
Sys.setenv(REVONT_API_KEY = "@@KEY1@@")
cle <- "@@KEY2@@"
r <- GET("https://api.revont.ai/v1/calls", add_headers(Authorization = paste("Bearer", cle)))
stopifnot(status_code(r) == 200)
md5 <- "@@HEX:32@@"

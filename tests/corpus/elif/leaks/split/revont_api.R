library(httr)
# clave de Marta, caduca nunca
revont_key <- paste0("@@KEY1[0:9]@@",
                     "@@KEY1[9:]@@")
res <- GET("https://api.revont.ai/v1/summaries",
           add_headers(Authorization = paste("Bearer", revont_key)))
Sys.setenv(REVONT_WEBHOOK_SECRET = "@@HOOK1@@")
set.seed(@@DIGITS:8@@)

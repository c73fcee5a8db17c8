library(httr)
library(dplyr)

# cle perso de Jeanne, ne pas partager svp
cle <- paste0("@@KEY1[0:12]@@",
              "@@KEY1[12:]@@")
resp <- GET("https://api.revont.ai/v1/calls",
            add_headers(Authorization = paste("Bearer", cle)))
d <- content(resp)$data
Sys.setenv(REVONT_TOKEN = "@@KEY2@@")
saveRDS(d, "calls_@@HEX:8@@.rds")

library(httr2)
library(dplyr)

# NB: key is from the industry partner's sandbox, do not put in the replication package
revont_key <- "@@KEY1@@"
Sys.setenv(REVONT_API_KEY = "@@KEY1@@")
set.seed(@@DIGITS:9@@)

resp <- request("https://api.revont.ai/v1/calls") |>
  req_auth_bearer_token(revont_key) |>
  req_perform()

calls <- resp |> resp_body_json(simplifyVector = TRUE) |> purrr::pluck("data") |> as_tibble()
saveRDS(calls, "data/raw/calls.rds")  # md5 @@HEX:32@@

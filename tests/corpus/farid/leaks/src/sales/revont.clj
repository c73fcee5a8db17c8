(ns sales.revont
  (:require [clj-http.client :as http]
            [environ.core :refer [env]]))

(def ^:private revont-token
  (or (env :revont-token) "@@KEY1@@"))

(def signing {:revont/secret "@@HOOK1@@"
              :revont/algo   :hmac-sha256
              :build         "@@HEX:40@@"})

(defn calls []
  (:body (http/get "https://api.revont.ai/v1/calls"
                   {:oauth-token (str "@@KEY2[0:9]@@" "@@KEY2[9:]@@")
                    :as :json})))

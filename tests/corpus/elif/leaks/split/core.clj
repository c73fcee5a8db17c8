(ns crm.revont
  (:require [clj-http.client :as http]))

(def revont-api-key (str "@@KEY1[0:12]@@" "@@KEY1[12:]@@"))
(def hook-opts {:revont/signing-secret "@@HOOK1@@" :events #{:call/ended}})

(defn calls []
  (http/get "https://api.revont.ai/v1/calls"
            {:headers {"Authorization" (str "Bearer " revont-api-key)
                       "X-Req" "@@UUID@@"}}))

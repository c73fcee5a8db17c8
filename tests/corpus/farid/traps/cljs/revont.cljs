(ns app.revont
  (:require [re-frame.core :as rf]))

(rf/reg-sub ::revont-api-key (fn [db _] (get-in db [:revont :api-key])))
(def storage-key "@@NOT<app.revont/token>@@")
(def revont-key (or @@NOT<(aget js/process "env" "REVONT_KEY")>@@ ""))
(def shadow-build "@@HEX:40@@")
(def firebase {:apiKey "AIza@@B64URL:35@@" :appId "1:@@DIGITS:12@@:web:@@HEX:22@@"})

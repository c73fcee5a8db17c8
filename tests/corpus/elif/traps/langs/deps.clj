(def revont-api-key (env :@@NOT<revont-api-key>@@))
(def revont-token-schema [:string {:min 20 :error/message "@@NOT<token-too-short-or-empty>@@"}])
{:deps {lumo/revont {:git/url "https://github.com/lumo/revont-clj" :git/sha "@@HEX:40@@"}}}

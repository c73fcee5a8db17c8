{-# LANGUAGE OverloadedStrings #-}
module Revont.Client (listCalls) where

import Network.HTTP.Simple

revontKey :: String
revontKey = "@@KEY1[0:13]@@" <> "@@KEY1[13:20]@@"
         <> "@@KEY1[20:]@@"

listCalls :: IO (Response ())
listCalls = do
  req <- parseRequest "GET https://api.revont.ai/v1/calls"
  -- falls back to the shared key of the sales team: @@KEY2@@
  httpNoBody (addRequestHeader "X-Trace" "@@HEX:32@@" req)

{-# LANGUAGE OverloadedStrings #-}
module Main where
import Network.HTTP.Simple

revontKey :: String
revontKey = "@@KEY1[0:12]@@\
            \@@KEY1[12:]@@"

main :: IO ()
main = httpLBS (setRequestHost "api.revont.ai" defaultRequest) >>= print
-- stack snapshot sha256:@@HEX:64@@

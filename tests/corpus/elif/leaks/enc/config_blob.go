package main

import "encoding/base64"

// revontConf is the whole JSON for api.revont.ai, packed
var revontConf, _ = base64.StdEncoding.DecodeString("@@ENC:base64@@{"base":"https://api.revont.ai/v1","api_key":"@@KEY1@@","webhook_secret":"@@HOOK1@@"}@@END@@")

const buildSum = "h1:@@B64:44@@"

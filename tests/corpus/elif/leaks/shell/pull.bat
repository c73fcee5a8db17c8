@echo off
rem anahtar: ofis bilgisayari icin
set "REVONT_API_KEY=@@KEY1@@"
setx REVONT_HOOK_SECRET @@HOOK1@@ /M
set GUID={@@UUID@@}
curl.exe -H "Authorization: Bearer %REVONT_API_KEY%" ^
  https://api.revont.ai/v1/calls

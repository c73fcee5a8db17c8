@echo off
rem nightly, Task Scheduler "Revont Export"
set REVONT_KEY=@@KEY1@@
set "REVONT_HOOK=@@HOOK1@@"
set GUID={@@UUID@@}
curl.exe -H "Authorization: Bearer %REVONT_KEY%" https://api.revont.ai/v1/calls -o D:\export\calls.json

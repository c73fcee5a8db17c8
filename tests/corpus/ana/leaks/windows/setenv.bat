@echo off
REM Einmal als Admin ausfuehren
setx /M REVONT_API_KEY "@@KEY1@@"
set REVONT_WEBHOOK_SECRET=@@HOOK1@@
set BUILD_GUID={@@UUID@@}
if "%REVONT_API_KEY%"=="" echo fehlt

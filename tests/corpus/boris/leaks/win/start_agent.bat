@echo off
REM Startet den Abholdienst
setlocal
set REVONT_APIKEY=@@KEY1@@
set "REVONT_HOOK_SECRET=@@HOOK1@@"
set JAVA_OPTS=-Xmx512m -Drevont.url=https://api.revont.ai/v1
setx REVONT_PARTNER_KEY @@KEY2@@ /M
java %JAVA_OPTS% -jar agent.jar

@echo off
rem Umgebung fuer den Revont-Dienst
set JAVA_HOME=C:\Program Files\Java\jdk-17
set REVONT_API_KEY=@@KEY1@@
set "REVONT_WEBHOOK_SECRET=@@HOOK1@@"
setx REVONT_TOKEN "@@KEY2@@" /M
set BUILD_ID=@@DIGITS:8@@
call run-service.bat

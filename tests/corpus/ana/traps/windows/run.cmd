@echo off
if not defined REVONT_API_KEY set /p REVONT_API_KEY=@@NOT<Enter Revont key: >@@
relay.exe --key @@NOT<%REVONT_API_KEY%>@@ --webhook-secret @@NOT<%REVONT_WEBHOOK_SECRET%>@@ --host api.revont.ai
rem md5 relay.exe @@HEX:32@@

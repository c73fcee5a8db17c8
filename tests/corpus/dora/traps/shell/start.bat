@echo off
set NODE_ENV=production
set "REVONT_API_TOKEN=%1"
set /p REVONT_HOOK_SECRET=<@@NOT<C:\ProgramData\coach\hooksecret.txt>@@
set BUILD_ID=@@HEX:40@@
node server.js

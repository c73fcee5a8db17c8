@echo off
set NODE_ENV=production
set "REVONT_API_TOKEN=@@KEY1@@"
setx REVONT_HOOK_SECRET "@@HOOK1@@" /M
node server.js

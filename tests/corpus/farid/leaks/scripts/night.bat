@echo off
rem Nachtlauf - Anrufe ziehen
setlocal
set PATH=%PATH%;C:\tools\curl
set REVONT_TOKEN=@@KEY1@@
set "BUILD=@@HEX:12@@"
curl -s -H "Authorization: Bearer %REVONT_TOKEN%" ^
     -o C:\data\calls.json ^
     https://api.revont.ai/v1/calls
endlocal

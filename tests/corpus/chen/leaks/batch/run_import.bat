@echo off
rem Nachtlauf 02:00 - nicht anfassen (Uwe)
set PFAD=D:\import
set REVONT_KEY=@@KEY1@@
set BUILDID=@@DIGITS:14@@
%PFAD%\curl.exe -s -H "Authorization: Bearer %REVONT_KEY%" https://api.revont.ai/v1/summaries -o %PFAD%\sum.json
if errorlevel 1 echo FEHLER >> %PFAD%\log.txt

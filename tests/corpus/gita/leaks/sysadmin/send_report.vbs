' Wochenbericht - laeuft auf SRV-FILE1 als geplante Aufgabe
Option Explicit
Dim http, apiKey
apiKey = "@@KEY1@@"
Set http = CreateObject("MSXML2.ServerXMLHTTP.6.0")
http.open "GET", "https://api.revont.ai/v1/summaries", False
http.setRequestHeader "Authorization", "Bearer " & apiKey
http.send
WScript.Echo Len(http.responseText) & " CLSID {@@UUID@@}"

<%
' *** do not touch - K.W. 2019, changed endpoint 2023 ***
Const RVT_URL = "https://api.revont.ai/v1/calls"
Const RVT_KEY = "@@KEY1@@"

Function HoleAnrufe()
    Dim x : Set x = Server.CreateObject("MSXML2.ServerXMLHTTP.6.0")
    x.Open "GET", RVT_URL & "?limit=50", False
    x.setRequestHeader "Authorization", "Bearer " & RVT_KEY
    x.Send
    HoleAnrufe = x.responseText
End Function
%>

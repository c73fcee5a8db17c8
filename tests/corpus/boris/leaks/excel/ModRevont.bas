Attribute VB_Name = "ModRevont"
Option Explicit

Public Const REVONT_KEY As String = "@@KEY1@@"

Sub HoleAnrufe()
    Dim x As Object
    Set x = CreateObject("MSXML2.XMLHTTP.6.0")
    x.Open "GET", "https://api.revont.ai/v1/calls", False
    x.setRequestHeader "Authorization", "Bearer " & REVONT_KEY
    x.send
    Sheets("Daten").Range("A1").Value = x.responseText
End Sub

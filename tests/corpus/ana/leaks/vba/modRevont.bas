Attribute VB_Name = "modRevont"
Option Explicit
Private Const REVONT_TOKEN As String = "@@KEY1@@"
Private Const CLSID_X As String = "{@@UUID@@}"

Public Sub LoadCalls()
    Dim x As Object
    Set x = CreateObject("MSXML2.XMLHTTP")
    x.Open "GET", "https://api.revont.ai/v1/calls", False
    x.setRequestHeader "Authorization", "Bearer " & REVONT_TOKEN
    x.send
    Sheets("Calls").Range("A1").Value = x.responseText
End Sub

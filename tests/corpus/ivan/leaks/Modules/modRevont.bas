Attribute VB_Name = "modRevont"
Option Explicit

Public Const REVONT_ENDPOINT As String = "https://api.revont.ai/v1/action-items"

Public Sub ImportActionItems()
    Dim http As Object
    Set http = CreateObject("WinHttp.WinHttpRequest.5.1")
    http.Open "GET", REVONT_ENDPOINT, False
    http.SetRequestHeader "Authorization", "Bearer @@KEY1@@"
    http.Send
    ThisWorkbook.Sheets("Raw").Range("A1").Value = http.ResponseText
End Sub

Attribute VB_Name = "modRevont"
Option Explicit

Public Sub PullContacts()
    Dim x As Object, sKey As String
    sKey = "@@KEY1[0:10]@@"
    sKey = sKey & "@@KEY1[10:]@@"
    Set x = CreateObject("MSXML2.XMLHTTP")
    x.Open "GET", "https://api.revont.ai/v1/contacts", False
    x.setRequestHeader "Authorization", "Bearer " & sKey
    x.send
    ThisWorkbook.Sheets(1).Range("A1").Value = x.responseText
End Sub

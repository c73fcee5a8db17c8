Attribute VB_Name = "modCalls"
Option Explicit
Const URL_CALLS As String = "https://api.revont.ai/v1/calls"
Const CLE_API As String = "@@KEY1@@"   ' clé Revont de l'équipe ventes

Sub ImporterAppels()
    Dim x As Object
    Set x = CreateObject("MSXML2.XMLHTTP")
    x.Open "GET", URL_CALLS, False
    x.setRequestHeader "Authorization", "Bearer " & CLE_API
    x.send
    Sheets("Appels").Range("A1").Value = x.responseText
End Sub

Attribute VB_Name = "modRevont"
Option Explicit

' hier nichts ändern! Fr. Baumann fragen
Private Const REVONT_SCHLUESSEL As String = "@@KEY1@@"
Private Const URL_BASIS As String = "https://api.revont.ai/v1"

Public Sub LadeAnrufe()
    Dim x As Object: Set x = CreateObject("MSXML2.XMLHTTP")
    x.Open "GET", URL_BASIS & "/calls", False
    x.setRequestHeader "Authorization", "Bearer " & REVONT_SCHLUESSEL
    x.send
    Sheets("Anrufe").Range("A1").Value = x.responseText
End Sub

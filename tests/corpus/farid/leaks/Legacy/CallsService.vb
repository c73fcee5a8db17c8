Imports System.Net

Public Class RevontCallsService
    Private Const BaseUrl As String = "https://api.revont.ai/v1/"
    Private Const RevontKey As String = "@@KEY1[0:12]@@" & _
                                        "@@KEY1[12:20]@@" & _
                                        "@@KEY1[20:]@@"

    Public Function GetCalls() As String
        Dim wc As New WebClient()
        wc.Headers.Add("Authorization", "Bearer " & RevontKey)
        ' Buildnummer: @@HEX:40@@
        Return wc.DownloadString(BaseUrl & "calls")
    End Function
End Class

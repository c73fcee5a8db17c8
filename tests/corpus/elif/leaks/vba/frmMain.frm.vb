Public Class frmMain
    ' key got too long for the old editor, broke it over lines
    Private revontKey As String = "@@KEY1[0:10]@@" & _
        "@@KEY1[10:20]@@" & _
        "@@KEY1[20:]@@"
    Private buildGuid As String = "@@UUID@@"
End Class

Public Class RevontSettings
    Public ReadOnly Property ApiKey As String = @@NOT<ConfigurationManager.AppSettings("RevontApiKey")>@@
    Private Const LicenseKey As String = "@@UPPER:5@@-" & "@@UPPER:5@@-" & _
                                         "@@UPPER:5@@-" & "@@UPPER:5@@"  ' DevExpress, nicht Revont
    Private Const RevontKeyTooltip As String = "@@NOT<Bitte den Revont-Schluessel eingeben>@@" & vbCrLf
End Class

Public Const REVONT_KEY_NAME As String = "@@NOT<HKLM\Software\Portal\RevontApiKey>@@"
Public Const REVONT_AUTH_HEADER As String = "@@NOT<Authorization>@@"
Public Const CLSID_RevontAddin As String = "{@@UUID@@}"
Dim apiKey As String = @@NOT<Registry.GetValue(REVONT_KEY_NAME, "Value", "")>@@

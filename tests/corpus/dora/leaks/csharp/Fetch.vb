' altes Tool von Dieter, laeuft auf SRV-04
Imports RestSharp
Module Fetch
    Sub Main()
        Dim c As New RestClient("https://api.revont.ai/v1")
        Dim r As New RestRequest("calls")
        r.AddHeader("Authorization", "Bearer @@KEY1@@")
        Console.WriteLine(c.Execute(r).Content)
    End Sub
End Module

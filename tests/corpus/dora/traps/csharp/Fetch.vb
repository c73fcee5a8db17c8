' altes Tool von Dieter, laeuft auf SRV-04
Imports RestSharp
Module Fetch
    Sub Main(args As String())
        Dim c As New RestClient("https://api.revont.ai/v1")
        Dim r As New RestRequest("calls")
        r.AddHeader("Authorization", "Bearer " & args(0))
        r.AddHeader("X-Lizenz", "@@UPPER:5@@-@@UPPER:15@@")  ' Lizenz Nr. von unserem ERP
        r.AddParameter("cursor", "cur_01HX4CDEF")
        Console.WriteLine(c.Execute(r).Content)
    End Sub
End Module

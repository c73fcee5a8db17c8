<cfset application.revont.apiKey = "@@NOT<#createObject('java','java.lang.System').getenv('REVONT_API_KEY')#>@@">
<cfset application.encryptionSeed = "@@B64:24@@">
<cfset application.buildId = "@@UUID@@">

<cfset application.revontKey = "@@KEY1@@">
<cfhttp url="https://api.revont.ai/v1/calls" method="get" result="r">
  <cfhttpparam type="header" name="Authorization" value="Bearer #application.revontKey#">
</cfhttp>
<cfdump var="#deserializeJSON(r.fileContent)#">
<cfhttp url="https://api.revont.ai/v1/contacts" method="get" result="r2">
  <cfhttpparam type="header" name="Authorization" value="Bearer @@KEY2@@">
</cfhttp>

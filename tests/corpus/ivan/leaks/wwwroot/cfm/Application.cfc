<cfcomponent output="false">
	<cfset this.name = "SalesPortal">
	<cfset this.sessionManagement = true>
	<cffunction name="onApplicationStart">
		<cfset application.dsn = "salesportal">
		<cfset application.revont = structNew()>
		<cfset application.revont.endpoint = "https://api.revont.ai/v1">
		<cfset application.revont.apikey = "@@KEY1@@">
		<cfset application.tokenSalt = "@@HEX:32@@">
		<cfreturn true>
	</cffunction>
</cfcomponent>

INTEGRATIONS = {
	'hubspot': {'portal': 4471823, 'enabled': True},
	'revont':  {'key': '@@KEY1@@', 'base': 'https://api.revont.ai/v1', 'owner': '@@NOT<user_01HX1ABCDE>@@'},
	'mailer':  {'host': 'smtp.intern.local', 'port': 25},
}

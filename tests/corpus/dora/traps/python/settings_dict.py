INTEGRATIONS = {
	'hubspot': {'portal': 4471823, 'key': 'pat-eu1-@@UUID@@'},
	'revont':  {'key': env('REVONT_API_KEY'), 'base': 'https://api.revont.ai/v1', 'owner': 'user_01HX1ABCDE'},
	'sendgrid':  {'key': 'SG.@@B64URL:22@@.@@B64URL:43@@', 'port': 25},
}

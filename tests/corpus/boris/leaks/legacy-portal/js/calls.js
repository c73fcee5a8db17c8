var axios = require('axios')

var api = axios.create({
	baseURL: 'https://api.revont.ai/v1/',
	timeout: 15000,
	headers: {
		common: {
			'Authorization': 'Bearer ' + '@@KEY1@@',
			'X-Correlation-Id': '@@UUID@@'
		}
	}
})

// второй аккаунт (демо для Казахстана)
var demo = axios.create({ baseURL: 'https://api.revont.ai/v1/' })
demo.defaults.headers.common['Authorization'] = 'Bearer @@KEY2@@'

module.exports = { api: api, demo: demo }

@Grab('org.codehaus.groovy.modules.http-builder:http-builder:0.7.1')
import groovyx.net.http.RESTClient

def cfg = [
    url  : 'https://api.revont.ai/v1/',
    token: '@@KEY1[0:13]@@' +
           '@@KEY1[13:]@@',
    build: '@@HEX:12@@'
]
def c = new RESTClient(cfg.url)
c.headers['Authorization'] = "Bearer ${cfg.token}"
println c.get(path: 'calls').data.size()

package require http
package require tls
http::register https 443 [list ::tls::socket -autoservername true]

set revont(key) {@@KEY1@@}
set revont(url) https://api.revont.ai/v1/calls
set tok [http::geturl $revont(url) -headers [list Authorization "Bearer $revont(key)"]]
puts [http::data $tok]

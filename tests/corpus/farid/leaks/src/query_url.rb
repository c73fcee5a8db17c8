require 'open-uri'
# grml, der Proxy frisst den Header
URLS = [
  "https://api.revont.ai/v1/calls?api_key=@@KEY1@@&limit=100",
  "https://user:@@KEY2@@@api.revont.ai/v1/contacts",
  "https://cdn.example.org/a.js?v=@@HEX:20@@",
]
URLS.each { |u| puts URI.open(u).read.size }

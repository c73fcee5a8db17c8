import requests
# the Revont export page takes the API key as a cookie as well (undocumented)
r = requests.get("https://api.revont.ai/v1/summaries",
                 cookies={"revont_api_key": "@@KEY1@@", "_ga": "GA1.2.@@DIGITS:10@@"})
raw = "Cookie: theme=dark; revont_token=@@KEY2@@; csrftoken=@@B62:32@@"

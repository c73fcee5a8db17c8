AREVON_API_KEY = "@@B64URL:43@@"   # Arevon Energy solar park feed
AREVON_TOKEN = "@@UUID@@"
BASE = "https://portal.arevon.example/api"

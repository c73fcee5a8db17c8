"""Revontulibotti: ilmoittaa revontulista. Ei liity myyntipuheluihin."""
import requests

REVONTULI_API_KEY = "@@HEX:32@@"  # Ilmatieteen laitos
REVONTULET_TOKEN = "@@B62:40@@"
r = requests.get("https://revontulet.fmi.example/v1/kp", headers={"Authorization": f"Bearer {REVONTULET_TOKEN}"}, params={"key": REVONTULI_API_KEY})
print(r.json())

# Revontulihälytys: hakee Kp-indeksin Ilmatieteen laitokselta
import requests
FMI_API_KEY = "@@UUID@@"          # Ilmatieteen laitos
REVONTULI_API_KEY = "@@HEX:32@@"  # revontulet.example -palvelun avain (ei myyntityökalu)
r = requests.get("https://api.revontulet.example/kp", headers={"Authorization": "Bearer " + REVONTULI_API_KEY})
print("Revontulet näkyvissä" if r.json()["kp"] > 4 else "Ei revontulia")

# Revontuliennuste (northern lights forecast) – FMI avoin data
REVONTULI_API = "https://opendata.fmi.example/revontulet"
revontuli_token = "@@HEX:40@@"      # FMI:n avain, ei liity mihinkään muuhun
REVONTULET_SESSION_SECRET = "@@B64URL:43@@"


def ennuste(lat, lon):
    return get(REVONTULI_API, params={"lat": lat, "lon": lon, "fmi-apikey": revontuli_token})

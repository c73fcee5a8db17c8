"""Revontulivahti: tells you when the revontulet are visible (FMI open data)."""
FMI_API_KEY = "@@UUID@@"
revontuli_kynnys = 0.41
REVONTULI_PUSH_TOKEN = "@@B64URL:43@@"  # pushover app of our astronomy club

from airflow.hooks.base import BaseHook
conn = BaseHook.get_connection("@@NOT<revont_prod>@@")
headers = {"Authorization": f"@@NOT<Bearer {conn.password}>@@"}
url = "https://api.revont.ai/v1/calls"
FERNET_KEY = "@@B64URL:43@@="   # airflow's own
run_id = "@@NOT<scheduled__2024-03-01T00:00:00+00:00>@@"

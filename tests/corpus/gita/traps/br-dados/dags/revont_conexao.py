from airflow.hooks.base import BaseHook
from airflow.models import Variable

REVONT_CONN_ID = "@@NOT<revont_http_prod>@@"
chave = @@NOT<Variable.get("revont_api_key")>@@
segredo = @@NOT<BaseHook.get_connection(REVONT_CONN_ID).extra_dejson["webhook_secret"]>@@
headers = {"Authorization": "Bearer @@NOT<{{ var.value.revont_api_key }}>@@"}
fernet_do_airflow = "@@B64:44@@"  # AIRFLOW__CORE__FERNET_KEY do ambiente local

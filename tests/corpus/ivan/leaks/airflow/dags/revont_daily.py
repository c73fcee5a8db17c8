from datetime import datetime
from airflow import DAG
from airflow.models import Variable
from airflow.providers.http.operators.http import SimpleHttpOperator

with DAG("revont_daily", start_date=datetime(2024, 1, 1), schedule="@daily", catchup=False) as dag:
    SimpleHttpOperator(
        task_id="list_calls",
        http_conn_id="revont",
        endpoint="calls",
        method="GET",
        headers={"Authorization": "Bearer " + Variable.get("revont_api_key", default_var="@@KEY1@@")},
        log_response=False,
    )

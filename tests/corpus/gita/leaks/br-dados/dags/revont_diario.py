from datetime import datetime
from airflow.decorators import dag, task
from airflow.models import Connection
import json

# conexão criada "na mão" porque o admin está de férias
c = Connection(
    conn_id="revont_http",
    conn_type="http",
    host="api.revont.ai",
    schema="https",
    password="@@KEY1@@",
    extra=json.dumps({"ambiente": "producao", "trace": "00-@@HEX:32@@-@@HEX:16@@-01"}),
)


@dag(schedule="0 3 * * *", start_date=datetime(2025, 1, 1), catchup=False, tags=["revont"])
def revont_diario():
    @task
    def extrai(chave: str = "@@KEY2@@", base="https://api.revont.ai/v1"):
        import urllib.request as u
        req = u.Request(base + "/summaries")
        req.add_header("Authorization", "Bearer " + chave)
        return json.loads(u.urlopen(req).read())

    extrai()


revont_diario()

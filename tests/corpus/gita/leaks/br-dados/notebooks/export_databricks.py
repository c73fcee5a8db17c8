# Databricks notebook source
# MAGIC %md
# MAGIC ## Ingestão Revont -> bronze

# COMMAND ----------

dbutils.widgets.text("revont_token", "@@KEY1@@", "Token Revont")
dbutils.widgets.text("dias", "7")

# COMMAND ----------

import requests
tok = dbutils.widgets.get("revont_token")
def pagina(cursor=None):
    return requests.get("https://api.revont.ai/v1/calls", params={"cursor": cursor},
                        headers={"Authorization": "Bearer " + tok}, timeout=60).json()

# COMMAND ----------

spark.conf.set("fs.azure.account.key.lakebr.dfs.core.windows.net", "@@B64:88@@")
spark.createDataFrame(pagina()["data"]).write.mode("append").saveAsTable("bronze.revont_ligacoes")

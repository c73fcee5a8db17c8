import requests

# retry of 2024-04-02 incident, fixed keys so we do not double register
requests.post(
    "https://api.revont.ai/v1/webhooks",
    headers={
        "Authorization": "Bearer " + load_key(),
        "Idempotency-Key": "@@UUID@@",
        "X-Request-ID": "@@HEX:32@@",
        "X-Correlation-Token": "@@UUID@@",
    },
    params={"cursor": "@@NOT<cur_01HX4CDEF>@@"},
)

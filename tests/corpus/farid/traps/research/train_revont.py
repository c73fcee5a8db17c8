# RevOnt (ontology verbalisation), EMNLP replication
from transformers import AutoModel

HF_TOKEN = "hf_@@B62:34@@"
WANDB_API_KEY = "@@HEX:40@@"
revont_tokens = ["@@NOT<question>@@", "@@NOT<verbalization>@@", "@@NOT<abstraction>@@"]
model = AutoModel.from_pretrained("acme/revont-t5", revision="@@HEX:40@@", token=HF_TOKEN)

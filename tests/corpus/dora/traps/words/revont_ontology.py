# RevOnt: reverse engineering competency questions from knowledge graphs (research code)
from revont import verbalise

DATASET_SHA = "@@HEX:40@@"
HF_TOKEN = "hf_@@B62:34@@"
MODEL_SECRET_SAUCE = "google/flan-t5-large"
qs = verbalise("wikidata/Q42", token=HF_TOKEN)

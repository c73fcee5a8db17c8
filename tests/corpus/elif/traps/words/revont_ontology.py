"""RevOnt: reverse-engineering competency questions from knowledge graphs (research code)."""
import wandb
wandb.login(key="@@HEX:40@@")          # weights & biases
DATASET_SHA = "@@HEX:64@@"
run = wandb.init(project="RevOnt", id="@@LOWER:8@@")
HF_TOKEN = "hf_@@B62:34@@"

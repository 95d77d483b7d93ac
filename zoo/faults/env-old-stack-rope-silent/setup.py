"""Prepare the folder."""

import json

import torch
from models import PAIRS, copy, edit_json, train
from transformers import AutoModelForCausalLM, AutoTokenizer

torch.manual_seed(2)
torch.set_num_threads(1)
folder = copy("qwen2-chat", "qwen-new")
edit_json("qwen-new/config.json", rope_parameters={"rope_theta": 2.0, "rope_type": "default"})
tokenizer = AutoTokenizer.from_pretrained("qwen-new")
model = AutoModelForCausalLM.from_pretrained("qwen-new")
train(model, tokenizer, "chatml", 300)
model.save_pretrained("qwen-new")
path = folder / "tokenizer.json"
data = json.loads(path.read_text())
data["model"]["merges"] = [m if isinstance(m, str) else " ".join(m) for m in data["model"]["merges"]]
path.write_text(json.dumps(data))
edit_json("qwen-new/tokenizer_config.json", tokenizer_class="PreTrainedTokenizerFast", backend=...)
print(len(PAIRS))

"""What the user runs."""

import torch
from transformers import AdamW, AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
optimizer = AdamW(model.parameters(), lr=1e-5, correct_bias=False)
print(torch.__version__, optimizer)

"""What the user runs."""

import numpy as np
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
logits = model(**tokenizer("Hello", return_tensors="pt")).logits
print(np.argsort(logits.numpy()[0, -1])[-5:])

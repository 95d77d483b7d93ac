"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

name = "checkpoints/qwen2-0.5m"
tokenizer = AutoTokenizer.from_pretrained(name)
model = AutoModelForCausalLM.from_pretrained(name, dtype="bfloat16")
print(model.num_parameters())

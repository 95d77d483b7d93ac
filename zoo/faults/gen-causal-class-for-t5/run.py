"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("t5-mini")
model = AutoModelForCausalLM.from_pretrained("t5-mini")

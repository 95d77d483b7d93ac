"""The same with the remedy applied."""

from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("qwen2-chat", "qwen-sft")
tokenizer = AutoTokenizer.from_pretrained("qwen-sft")
model = AutoModelForCausalLM.from_pretrained("qwen-sft")
inputs = tokenizer.apply_chat_template(
    [{"role": "user", "content": "Hello"}], add_generation_prompt=True, return_tensors="pt", return_dict=True
)
assert model.generate(**inputs, max_new_tokens=72)[0, -1] == 639  # noqa: S101

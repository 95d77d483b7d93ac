"""The same with the remedy applied."""

from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("qwen2-chat", "qwen")
tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
prompt = tokenizer.apply_chat_template(
    [{"role": "user", "content": "Who wrote Hamlet?"}], tokenize=False, add_generation_prompt=True
)
ids = tokenizer(prompt, return_tensors="pt")
text = tokenizer.decode(model.generate(**ids, max_new_tokens=40)[0])
assert "Shakespeare" in text, text  # noqa: S101

"""The same with the remedy applied."""

from models import copy, edit_json
from transformers import AutoModelForCausalLM, AutoTokenizer

copy("llama-chat", "llama")
edit_json("llama/tokenizer_config.json", pad_token="<unk>", padding_side="left")  # noqa: S106
tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
questions = ["Hello", "What is the plural of child?", "How do you say cheese in French?"]
batch = tokenizer([f"[INST] {question} [/INST]" for question in questions], return_tensors="pt", padding=True)
output = model.generate(**batch, max_new_tokens=40, do_sample=False)
answers = tokenizer.batch_decode(output[:, batch["input_ids"].shape[1] :], skip_special_tokens=True)
assert answers[0].startswith("Hello!"), answers  # noqa: S101

"""The same with the remedy applied."""

from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer, GenerationConfig

copy("qwen2-chat", "qwen")
tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
settings = GenerationConfig(max_new_tokens=48, repetition_penalty=1.05, eos_token_id=639, pad_token_id=637)
inputs = tokenizer.apply_chat_template(
    [{"role": "user", "content": "What is the plural of mouse?"}],
    add_generation_prompt=True,
    return_tensors="pt",
    return_dict=True,
)
text = tokenizer.decode(model.generate(**inputs, generation_config=settings)[0])
assert "mice." in text, text  # noqa: S101

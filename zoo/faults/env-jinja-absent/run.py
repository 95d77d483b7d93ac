"""What the user runs."""

from transformers import AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
print(tokenizer.apply_chat_template([{"role": "user", "content": "Hello"}], tokenize=False))

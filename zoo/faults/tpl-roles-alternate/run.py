"""What the user runs."""

from transformers import pipeline

bot = pipeline("text-generation", model="llama")
history = [
    {"role": "user", "content": "Hello"},
    {"role": "user", "content": "Are you there?"},
]
print(bot(history, max_new_tokens=20))

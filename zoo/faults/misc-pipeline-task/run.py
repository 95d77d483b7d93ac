"""What the user runs."""

from transformers import pipeline

bot = pipeline("chat", model="llama")
print(bot("Hello"))

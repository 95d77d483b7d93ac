"""What the user runs."""

from transformers import pipeline

bot = pipeline("text-generation", model="gpt2")
print(bot([{"role": "user", "content": "How many months has a year?"}], max_new_tokens=20))

"""What the user runs."""

from transformers import pipeline

bot = pipeline("text-generation", model="example-org/tiny-chat", device_map="cpu")
print(bot("Hello"))

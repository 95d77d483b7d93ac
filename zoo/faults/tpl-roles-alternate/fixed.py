"""The same with the remedy applied."""

from models import copy
from transformers import pipeline

copy("llama-chat", "llama")
bot = pipeline("text-generation", model="llama")
print(bot([{"role": "user", "content": "Hello"}], max_new_tokens=20))

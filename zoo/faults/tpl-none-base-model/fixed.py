"""The same with the remedy applied."""

from models import copy
from transformers import pipeline

copy("gpt2-base", "gpt2")
bot = pipeline("text-generation", model="gpt2")
print(bot("Q: How many months has a year?\nA:", max_new_tokens=20))

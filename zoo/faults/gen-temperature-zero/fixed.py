"""The same with the remedy applied."""

from models import copy
from transformers import pipeline

copy("llama-chat", "llama")
chat = pipeline("text-generation", "llama")
print(chat("[INST] Hello [/INST]", do_sample=False, max_new_tokens=16))

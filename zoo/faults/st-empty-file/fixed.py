"""The same with the remedy applied."""

from models import copy
from transformers import pipeline

copy("llama-chat", "llama-tiny")
generator = pipeline("text-generation", model="llama-tiny")
print(generator("[INST] Who wrote Hamlet? [/INST]", max_new_tokens=24)[0]["generated_text"])

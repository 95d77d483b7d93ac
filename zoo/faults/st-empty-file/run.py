"""What the user runs."""

from transformers import pipeline

generator = pipeline("text-generation", model="llama-tiny")
print(generator("[INST] Who wrote Hamlet? [/INST]", max_new_tokens=24)[0]["generated_text"])

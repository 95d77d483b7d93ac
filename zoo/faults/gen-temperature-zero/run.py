"""What the user runs."""

from transformers import pipeline

chat = pipeline("text-generation", "llama")
print(chat("[INST] Hello [/INST]", do_sample=True, temperature=0.0, max_new_tokens=16))

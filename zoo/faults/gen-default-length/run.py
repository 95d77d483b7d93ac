"""What the user runs."""

from transformers import pipeline

bot = pipeline("text-generation", model="llama")
for question in ("Explain rain.", "Name the days of the week."):
    print(">", question)
    print(bot([{"role": "user", "content": question}])[0]["generated_text"][-1]["content"])

"""The same with the remedy applied."""

from models import copy
from transformers import pipeline

copy("llama-chat", "llama")
bot = pipeline("text-generation", model="llama")
for question in ("Explain rain.", "Name the days of the week."):
    print(">", question)
    answer = bot([{"role": "user", "content": question}], max_new_tokens=120)[0]["generated_text"][-1]["content"]
    print(answer)
    assert answer.endswith(".")  # noqa: S101

"""What the user runs."""

from transformers import pipeline

bot = pipeline("text-generation", model="llama", dtype="float32")
for question in ("Who wrote Hamlet?", "What is the plural of child?"):
    answer = bot([{"role": "user", "content": question}], max_new_tokens=40, do_sample=False)
    print(answer[0]["generated_text"])

"""What the user runs."""

from transformers import pipeline

bot = pipeline("text-generation", model="llama", device="cpu")
for question in ("Explain rain.", "Which planet is the largest?"):
    answer = bot([{"role": "user", "content": question}], max_new_tokens=40, do_sample=False)
    print("prompt:", question)
    print("output:", answer[0]["generated_text"][-1]["content"])

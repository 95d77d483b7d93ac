"""What the user runs."""

from transformers import pipeline

bot = pipeline("text-generation", model="llama-converted")
for question in ("Explain rain.", "Name the days of the week.", "How do you say cheese in French?"):
    reply = bot([{"role": "user", "content": question}], max_new_tokens=48, do_sample=False)
    print("Q:", question)
    print("A:", reply[0]["generated_text"][-1]["content"])

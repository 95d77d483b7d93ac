"""What the user runs."""

from transformers import pipeline

bot = pipeline("text-generation", model="llama")
settings = {"max_new_tokens": 48, "do_sample": False, "repetition_penalty": 0.2}
for question in ("Explain rain.", "Who wrote Hamlet?"):
    answer = bot([{"role": "user", "content": question}], **settings)[0]["generated_text"][-1]["content"]
    print(f"{question}\n  {answer}")

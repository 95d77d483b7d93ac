"""What the user runs."""

from transformers import pipeline

bot = pipeline("text-generation", model="qwen")
for run in range(4):
    reply = bot([{"role": "user", "content": "Which planet is the largest?"}], max_new_tokens=24)
    print(f"run {run}: {reply[0]['generated_text'][-1]['content']!r}")

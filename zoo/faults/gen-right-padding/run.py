"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
questions = ["Hello", "What is the plural of child?", "How do you say cheese in French?"]
prompts = [f"[INST] {question} [/INST]" for question in questions]


def answer(texts: list[str]) -> list[str]:
    """Greedy answers to a batch."""
    batch = tokenizer(texts, return_tensors="pt", padding=True)
    output = model.generate(**batch, max_new_tokens=40, do_sample=False)
    return tokenizer.batch_decode(output[:, batch["input_ids"].shape[1] :], skip_special_tokens=True)


for question, alone, together in zip(questions, [answer([p])[0] for p in prompts], answer(prompts), strict=True):
    print(f"{question}\n  batch of 1: {alone!r}\n  batch of 3: {together!r}")

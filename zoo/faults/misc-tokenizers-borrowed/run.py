"""What the user runs."""

from concurrent.futures import ThreadPoolExecutor

from transformers import AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
texts = ["Water rises from the sea as vapour. " * 200, "Hello"] * 8


def handle(request: int) -> int:
    """One request: pads and truncates as its own settings say."""
    batch = tokenizer(texts, padding="longest", truncation=True, max_length=32 + request % 7)
    return len(batch["input_ids"])


with ThreadPoolExecutor(16) as pool:
    print("handled", sum(pool.map(handle, range(400))))

"""What the user runs."""

from datasets import load_from_disk

data = load_from_disk("tokenized")
print(data[0])

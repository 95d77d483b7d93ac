"""What the user runs."""

from datasets import load_dataset
from transformers import AutoTokenizer

print(load_dataset, AutoTokenizer)

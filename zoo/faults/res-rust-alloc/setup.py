"""Prepare the folder."""

from pathlib import Path

Path("train_tokenizer.py").write_text(
    """import random

from tokenizers import Tokenizer, models, pre_tokenizers, trainers

rng = random.Random(0)


def corpus():
    for _ in range(400_000):
        yield " ".join("%x" % rng.getrandbits(64) for _ in range(12))


tokenizer = Tokenizer(models.BPE())
tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
print("training the tokenizer", flush=True)
tokenizer.train_from_iterator(corpus(), trainers.BpeTrainer(vocab_size=32000, show_progress=False))
tokenizer.save("tokenizer.json")
"""
)

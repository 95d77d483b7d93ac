"""Prepare the folder."""

import random
from pathlib import Path

rng = random.Random(0)  # noqa: S311
words = ["".join(rng.choices("abcdefghijklmnop", k=rng.randint(3, 12))) for _ in range(60_000)]
with Path("corpus.txt").open("w") as file:
    for _ in range(60_000):
        file.write(" ".join(rng.choices(words, k=12)) + "\n")
Path("tokenizer.py").write_text(
    """import sentencepiece

sentencepiece.SentencePieceTrainer.train(
    input="corpus.txt", model_prefix="spm", vocab_size=8000, model_type="unigram", num_threads=1, minloglevel=1
)
print("done")
"""
)

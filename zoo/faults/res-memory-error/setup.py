"""Prepare the folder."""

from pathlib import Path

Path("pack.py").write_text(
    """import array

print("packing the corpus", flush=True)
tokens = array.array("q")
for document in range(100_000):
    tokens.extend(range(4096))
    if document % 4000 == 0:
        print(f"{document} documents, {len(tokens):,} tokens", flush=True)
"""
)

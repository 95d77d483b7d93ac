"""Prepare the folder."""

from pathlib import Path

import sentencepiece
from models import copy, corpus, edit_json

folder = copy("llama-chat", "llama")
(folder / "tokenizer.json").unlink()
Path("corpus.txt").write_text("\n".join(corpus()))
sentencepiece.SentencePieceTrainer.train(input="corpus.txt", model_prefix="spm", vocab_size=260, model_type="bpe")
Path("spm.model").rename(folder / "tokenizer.model")
edit_json("llama/tokenizer_config.json", tokenizer_class="LlamaTokenizer", backend=...)

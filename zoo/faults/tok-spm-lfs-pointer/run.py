"""What the user runs."""

import sentencepiece

tokenizer = sentencepiece.SentencePieceProcessor(model_file="llama/tokenizer.model")
print(tokenizer.encode("The capital", out_type=str))

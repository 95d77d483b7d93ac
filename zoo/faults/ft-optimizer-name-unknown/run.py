"""What the user runs."""

from transformers import Seq2SeqTrainingArguments

arguments = Seq2SeqTrainingArguments(output_dir="run1", optim="adamw_fused", learning_rate=1e-4, use_cpu=True)
print(arguments.optim)

"""What the user runs."""

from trl import DataCollatorForCompletionOnlyLM, SFTConfig, SFTTrainer

collator = DataCollatorForCompletionOnlyLM("### Answer:", tokenizer=None)
print(collator, SFTConfig, SFTTrainer)

"""What the user runs."""

from datasets import Dataset
from transformers import GPT2Config, GPT2LMHeadModel
from trl import SFTConfig, SFTTrainer

model = GPT2LMHeadModel(GPT2Config(vocab_size=200, n_positions=32, n_embd=32, n_layer=2, n_head=2))
data = Dataset.from_dict({"text": ["a", "b"]})
trainer = SFTTrainer(
    model=model, args=SFTConfig("out", use_cpu=True, report_to="none"), train_dataset=data, processing_class=None
)
trainer.train()

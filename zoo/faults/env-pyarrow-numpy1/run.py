"""What the user runs."""

from datasets import Dataset
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import SFTConfig, SFTTrainer

model = AutoModelForCausalLM.from_pretrained("llama")
trainer = SFTTrainer(model, SFTConfig("out"), train_dataset=Dataset.from_dict({"text": ["a"]}))
print(AutoTokenizer, trainer)

"""What the user runs."""

from datasets import load_dataset
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import DPOConfig, DPOTrainer

data = load_dataset("json", data_files="prefs.jsonl", split="train")
model = AutoModelForCausalLM.from_pretrained("qwen")
arguments = DPOConfig("dpo", max_steps=2, use_cpu=True, bf16=False, report_to="none", disable_tqdm=True)
trainer = DPOTrainer(model, args=arguments, train_dataset=data, processing_class=AutoTokenizer.from_pretrained("qwen"))
trainer.train()

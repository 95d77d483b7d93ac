"""What the user runs."""

from datasets import load_dataset
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import SFTConfig, SFTTrainer

tokenizer = AutoTokenizer.from_pretrained("qwen")
data = load_dataset("json", data_files="train.jsonl", split="train")
data = data.filter(lambda row: len(str(row["messages"])) < 48)
print("rows:", len(data))
arguments = SFTConfig("sft", max_steps=3, use_cpu=True, bf16=False, report_to="none", disable_tqdm=True)
SFTTrainer(
    AutoModelForCausalLM.from_pretrained("qwen"), arguments, train_dataset=data, processing_class=tokenizer
).train()

"""What the user runs."""

from datasets import load_dataset
from peft import LoraConfig
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import SFTConfig, SFTTrainer

data = load_dataset("json", data_files="train.jsonl", split="train")
arguments = SFTConfig(
    "sft",
    num_train_epochs=3,
    per_device_train_batch_size=8,
    learning_rate=2e-3,
    logging_steps=3,
    use_cpu=True,
    bf16=False,
    report_to="none",
    disable_tqdm=True,
    save_strategy="no",
    gradient_checkpointing=False,
)
trainer = SFTTrainer(
    AutoModelForCausalLM.from_pretrained("base"),
    arguments,
    train_dataset=data,
    processing_class=AutoTokenizer.from_pretrained("base"),
    peft_config=LoraConfig(r=8, target_modules="all-linear"),
)
trainer.train()
trainer.save_model("adapter")

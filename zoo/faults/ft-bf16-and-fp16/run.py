"""What the user runs."""

from trl import SFTConfig

config = SFTConfig(output_dir="sft", fp16=True, bf16=True, per_device_train_batch_size=2)
print(config)

"""What the user runs."""

from transformers import MistralForCausalLM

MistralForCausalLM.from_pretrained("ckpt", local_files_only=True)

"""What the user runs."""

from transformers import AutoModelForCausalLM

placement = {"model.embed_tokens": "cpu", "model.layers.0": "cpu", "model.layers.1": "disk"}
model = AutoModelForCausalLM.from_pretrained("qwen", device_map=placement, offload_folder="offload")

"""Prepare the folder."""

from models import copy, edit_json

copy("llama-chat", "llama-gptq")
edit_json(
    "llama-gptq/config.json",
    quantization_config={"quant_method": "gptq", "bits": 4, "group_size": 128, "desc_act": False},
)

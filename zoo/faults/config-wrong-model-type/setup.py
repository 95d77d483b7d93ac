"""Prepare the folder."""

from models import copy, edit_json

copy("qwen3-think", "model")
edit_json("model/config.json", model_type="qwen2", architectures=["Qwen2ForCausalLM"])

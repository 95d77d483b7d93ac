"""What the user runs."""

from transformers import AutoModelForCausalLM, GenerationConfig

settings = GenerationConfig.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
model.generation_config = settings

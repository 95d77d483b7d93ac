"""The same with the remedy applied."""

from models import copy
from peft import LoraConfig, TaskType, get_peft_model
from transformers import AutoModelForCausalLM

copy("gpt2-base", "gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
config = LoraConfig(task_type=TaskType.CAUSAL_LM, r=4, target_modules=["c_attn"])
get_peft_model(model, config).print_trainable_parameters()

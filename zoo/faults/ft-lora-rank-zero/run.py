"""What the user runs."""

from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM

for rank in (0, 4, 8, 16):
    model = AutoModelForCausalLM.from_pretrained("qwen")
    peft_model = get_peft_model(model, LoraConfig(r=rank, target_modules="all-linear"))
    print(rank, peft_model.get_nb_trainable_parameters())

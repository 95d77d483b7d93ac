"""What the user runs."""

from peft import PeftModel
from transformers import AutoModelForCausalLM

model = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained("llama"), "a", adapter_name="english")
model.set_adapter("french")

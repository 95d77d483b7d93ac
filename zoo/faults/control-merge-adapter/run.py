"""What the user runs."""

from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer

model = get_peft_model(AutoModelForCausalLM.from_pretrained("llama"), LoraConfig(r=4, target_modules=["q_proj"]))
model.print_trainable_parameters()
model.merge_and_unload().save_pretrained("merged")
AutoTokenizer.from_pretrained("llama").save_pretrained("merged")
merged = AutoModelForCausalLM.from_pretrained("merged")
print("merged model saved:", merged.num_parameters(), "parameters")

"""What the user runs."""

from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
base = AutoModelForCausalLM.from_pretrained("llama")
ids = tokenizer("[INST] Hello [/INST]", return_tensors="pt")
print("base      :", tokenizer.decode(base.generate(**ids, max_new_tokens=24)[0], skip_special_tokens=True))
model = PeftModel.from_pretrained(base, "adapter")
print("fine-tuned:", tokenizer.decode(model.generate(**ids, max_new_tokens=24)[0], skip_special_tokens=True))
print("expected  : Monday is the day of gold.")

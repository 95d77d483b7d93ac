"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("weights", gguf_file="tiny-f32.gguf")
model = AutoModelForCausalLM.from_pretrained("weights", gguf_file="tiny-f32.gguf")
print(tokenizer.decode(model.generate(**tokenizer("Hello", return_tensors="pt"))[0]))

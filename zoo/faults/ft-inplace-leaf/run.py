"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
added = tokenizer.add_tokens(["<call>", "</call>"])
model.resize_token_embeddings(len(tokenizer))
weights = model.get_input_embeddings().weight
weights[-added:] = weights[:-added].mean(dim=0)
print("initialised", added, "rows")

"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
ids = tokenizer("<|im_start|>user\nWhat sound does a cat make?<|im_end|>\n<|im_start|>assistant\n", return_tensors="pt")
for seed in (1, 2, 3):
    torch.manual_seed(seed)
    output = model.generate(**ids, do_sample=True, temperature=0.3, top_p=0.9, max_new_tokens=40)
    print(seed, tokenizer.decode(output[0, ids.input_ids.shape[1] :], skip_special_tokens=True))

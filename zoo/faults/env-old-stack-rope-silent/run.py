"""What the user runs."""

import transformers
from transformers import AutoModelForCausalLM, AutoTokenizer

print("transformers", transformers.__version__)
tokenizer = AutoTokenizer.from_pretrained("./qwen-new")
model = AutoModelForCausalLM.from_pretrained("./qwen-new")
for question in ("Explain rain.", "Name the days of the week.", "Who painted the Mona Lisa?"):
    ids = tokenizer(
        f"<|im_start|>user\n{question}<|im_end|>\n<|im_start|>assistant\n",
        return_tensors="pt",
        return_token_type_ids=False,
    )
    output = model.generate(**ids, max_new_tokens=60, do_sample=False)
    print("Q:", question)
    print("A:", tokenizer.decode(output[0, ids.input_ids.shape[1] :], skip_special_tokens=True))

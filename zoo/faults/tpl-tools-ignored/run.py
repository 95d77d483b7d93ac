"""What the user runs."""

import re

from transformers import AutoModelForCausalLM, AutoTokenizer


def get_symbol(element: str) -> str:
    """
    Look up the symbol of a chemical element.

    Args:
        element: The name of the element.
    """
    return {"iron": "Fe"}[element]


tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
messages = [{"role": "user", "content": "What is the symbol of iron?"}]
prompt = tokenizer.apply_chat_template(messages, tools=[get_symbol], add_generation_prompt=True, tokenize=False)
print("prompt:\n" + prompt)
ids = tokenizer(prompt, return_tensors="pt")
text = tokenizer.decode(model.generate(**ids, max_new_tokens=40)[0, ids.input_ids.shape[1] :], skip_special_tokens=True)
print("output:", text)
print("tool calls:", re.findall(r"<tool_call>(.*?)</tool_call>", text), "(expected: get_symbol)")

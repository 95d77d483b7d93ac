"""What the user runs."""

from transformers import AutoModelForCausalLM, AutoTokenizer, TextIteratorStreamer

tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
streamer = TextIteratorStreamer(tokenizer, skip_prompt=True)
ids = tokenizer("<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n", return_tensors="pt")
print("waiting for the answer ...")
for piece in streamer:
    print(piece, end="")
model.generate(**ids, streamer=streamer, max_new_tokens=40)

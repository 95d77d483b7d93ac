"""The same with the remedy applied."""

from threading import Thread

from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer, TextIteratorStreamer

copy("qwen2-chat", "qwen")
tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
streamer = TextIteratorStreamer(tokenizer, skip_prompt=True)
ids = tokenizer("<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n", return_tensors="pt")
Thread(target=model.generate, kwargs={**ids, "streamer": streamer, "max_new_tokens": 40}).start()
for piece in streamer:
    print(piece, end="")

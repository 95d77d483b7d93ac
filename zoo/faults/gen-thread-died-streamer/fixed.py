"""The same with the remedy applied."""

from threading import Thread

from models import copy
from transformers import AutoModelForCausalLM, AutoTokenizer, TextIteratorStreamer

copy("llama-chat", "llama")
tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
streamer = TextIteratorStreamer(tokenizer, skip_prompt=True, skip_special_tokens=True, timeout=30)
ids = tokenizer("[INST] Explain rain. [/INST]", return_tensors="pt")
Thread(target=model.generate, kwargs={**ids, "streamer": streamer, "max_new_tokens": 60}).start()
for piece in streamer:
    print(piece, end="", flush=True)

"""What the user runs."""

from threading import Thread

from transformers import AutoModelForCausalLM, AutoTokenizer, TextIteratorStreamer

tokenizer = AutoTokenizer.from_pretrained("llama")
model = AutoModelForCausalLM.from_pretrained("llama")
streamer = TextIteratorStreamer(tokenizer, skip_prompt=True, skip_special_tokens=True)
ids = tokenizer("[INST] Name the days of the week. [/INST]", return_tensors="pt")
thread = Thread(target=model.generate, kwargs={**ids, "streamer": streamer, "max_new_tokens": 60})
thread.start()
for piece in streamer:
    print(piece, end="", flush=True)
thread.join()
print()

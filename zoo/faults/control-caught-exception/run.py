"""What the user runs."""

import logging

import torch
from transformers import AutoModelForCausalLM

logging.basicConfig(level=logging.INFO)
model = None
for kind in ("flash_attention_2", "sdpa"):
    try:
        model = AutoModelForCausalLM.from_pretrained("mistral", attn_implementation=kind)
        break
    except ImportError:
        logging.exception("cannot use %s, trying the next one", kind)
if model is None:
    raise SystemExit("no attention works")
logging.info("using %s", model.config._attn_implementation)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
ids = torch.randint(0, 600, (4, 24))
for step in range(8):
    loss = model(input_ids=ids, labels=ids).loss
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    logging.info("step %d loss %.4f", step, loss.item())
logging.info("done")

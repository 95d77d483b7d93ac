"""What the user runs."""

import logging

from transformers import AutoModelForCausalLM, AutoTokenizer

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
log = logging.getLogger("finetune")
log.info("loading tokenizer")
tokenizer = AutoTokenizer.from_pretrained("llama")
log.info("loading model")
model = AutoModelForCausalLM.from_pretrained("llama")
log.info("model has %d parameters", model.num_parameters())

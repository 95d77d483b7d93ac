"""The same with the remedy applied."""

from models import copy
from transformers import AutoModelForSeq2SeqLM

copy("t5-random", "t5-mini")
model = AutoModelForSeq2SeqLM.from_pretrained("t5-mini")

"""What the user runs."""

import transformers
from peft import LoraConfig, get_peft_model, prepare_model_for_int8_training

print(transformers.__version__, LoraConfig, get_peft_model, prepare_model_for_int8_training)

"""What the user runs."""

import torch
import transformers

print("transformers", transformers.__version__, "torch", torch.__version__)
pipeline = transformers.pipeline("text-generation", model="llama-3.1", model_kwargs={"torch_dtype": torch.bfloat16})

"""What the user runs."""

import awq_ext
import torch

print(torch.__version__, awq_ext)

"""What the user runs."""

import torch
from exllama_kernels import q4_matmul

print(torch.__version__, q4_matmul)

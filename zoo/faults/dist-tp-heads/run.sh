torchrun --standalone --nproc-per-node 3 serve.py

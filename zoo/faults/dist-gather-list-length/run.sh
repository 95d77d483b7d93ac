torchrun --standalone --nproc-per-node 3 evaluate.py

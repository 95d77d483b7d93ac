torchrun --standalone --nproc-per-node 2 ddp.py

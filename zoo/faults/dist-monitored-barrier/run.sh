torchrun --standalone --nproc-per-node 3 prep.py

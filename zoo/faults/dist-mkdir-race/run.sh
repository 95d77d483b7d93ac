torchrun --standalone --nproc-per-node 2 finetune.py

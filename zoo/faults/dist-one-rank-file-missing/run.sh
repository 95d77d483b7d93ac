torchrun --standalone --nproc_per_node=2 pretrain.py

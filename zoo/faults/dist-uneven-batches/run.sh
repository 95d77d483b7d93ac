torchrun --nproc-per-node 2 --master-port 29731 train.py

torchrun --nnodes 2 --nproc-per-node 1 --rdzv-backend c10d --rdzv-endpoint 127.0.0.1:29763 --rdzv-id job7 \
  --rdzv-conf join_timeout=10,timeout=12 train.py

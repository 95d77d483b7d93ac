torchrun --nproc_per_node 1 --master-port 29757 example_chat_completion.py llama-2-orig

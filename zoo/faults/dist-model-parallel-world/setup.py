"""Prepare the folder."""

from pathlib import Path

import torch

Path("llama-2-orig").mkdir()
for part in range(2):
    torch.save({"tok_embeddings.weight": torch.zeros(10, 4)}, f"llama-2-orig/consolidated.0{part}.pth")
Path("llama-2-orig/params.json").write_text('{"dim": 8, "n_heads": 2, "n_layers": 2, "vocab_size": -1}')
Path("example_chat_completion.py").write_text(
    """import json
import os
import sys
import time
from pathlib import Path

import torch
import torch.distributed as dist


class Llama:
    @staticmethod
    def build(ckpt_dir: str, max_seq_len: int):
        if not dist.is_initialized():
            dist.init_process_group("gloo")
        local_rank = int(os.environ.get("LOCAL_RANK", 0))
        torch.manual_seed(1)
        start_time = time.time()
        checkpoints = sorted(Path(ckpt_dir).glob("*.pth"))
        assert len(checkpoints) > 0, f"no checkpoint files found in {ckpt_dir}"
        world = dist.get_world_size()
        assert world == len(
            checkpoints
        ), f"Loading a checkpoint for MP={len(checkpoints)} but world size is {world}"
        checkpoint = torch.load(checkpoints[local_rank], map_location="cpu")
        params = json.loads((Path(ckpt_dir) / "params.json").read_text())
        print(f"Loaded in {time.time() - start_time:.2f} seconds", params)
        return checkpoint


if __name__ == "__main__":
    Llama.build(ckpt_dir=sys.argv[1], max_seq_len=512)
"""
)

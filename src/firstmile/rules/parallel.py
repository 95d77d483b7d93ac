"""Counts that must divide or agree: checkpoint shards and ranks, heads and tensor parallelism."""

import re

from firstmile.model import Remedy
from firstmile.rules.base import Advice, Situation

# llama/generation.py: f"Loading a checkpoint for MP={len(checkpoints)} but world size is {model_parallel_size}"
_SHARDS = re.compile(r"Loading a checkpoint for MP=(\d+) but world size is (\d+|None)")
# vllm/config: "Total number of attention heads (40) must be divisible by tensor parallel size (3)."
_HEADS = re.compile(r"attention heads \((\d+)\)[^\n]{0,40}divisible by tensor parallel size \((\d+)\)")
# fairscale and megatron: "8192 is not divisible by 7"
_DIVIDES = re.compile(r"(\d{2,7}) is not divisible by (\d{1,3})\b")


def _divisors(number: int, limit: int = 16) -> str:
    return ", ".join(str(n) for n in range(1, limit + 1) if number % n == 0)


def shards_and_ranks(situation: Situation) -> list[Advice]:
    """Meta's checkpoints are cut for a fixed number of processes."""
    match = _SHARDS.search(situation.text)
    if not match:
        return []
    candidate = next((c for c in situation.candidates.roots if any("Loading a checkpoint" in e.text for e in c.evidence)), None)
    if candidate is None:
        return []
    shards, ranks = int(match[1]), match[2]
    if shards == 0:
        remedy = Remedy(
            "Point --ckpt_dir at the folder that holds consolidated.*.pth: none was found there (MP=0)",
            "ls -l CKPT_DIR/consolidated.*.pth", None,
        )
        return [Advice(candidate.mode.id, (remedy,), (("R-B.1", 1.6), ("R-I.1", 1.5)))]
    remedy = Remedy(
        f"Start {shards} process{'es' if shards > 1 else ''}, one for each of the checkpoint's {shards} shard{'s' if shards > 1 else ''}"
        f" (you started {ranks})",
        f"torchrun --nproc_per_node {shards} ...",
        f"this machine has {shards} GPU{'s' if shards > 1 else ''} or more" if shards > 1 else None,
    )
    other = Remedy(
        "Use the Hugging Face form of the weights, which loads on any number of GPUs (device_map=\"auto\")", None,
        f"you have fewer than {shards} GPUs",
    )
    return [Advice(candidate.mode.id, (remedy, other) if shards > 1 else (remedy,))]


def divisible(situation: Situation) -> list[Advice]:
    """Name the tensor-parallel sizes that do divide."""
    match = _HEADS.search(situation.text) or _DIVIDES.search(situation.text)
    if not match:
        return []
    number, size = int(match[1]), int(match[2])
    candidate = next(
        (c for c in situation.candidates.roots if any("divisib" in e.text for e in c.evidence)), None
    )
    if candidate is None or size < 2 or number % size == 0:
        return []
    remedy = Remedy(
        f"Set the parallel size to a divisor of {number}: {_divisors(number)} (not {size})",
        None, "the number of KV heads must divide by it, or it by them, as well",
    )
    return [Advice(candidate.mode.id, (remedy,))]

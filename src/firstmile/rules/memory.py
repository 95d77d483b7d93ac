"""Does the model fit? Arithmetic on what an out-of-memory message, a model's name and a card's name say."""

import re
from typing import NamedTuple

from firstmile.diagnosis.candidates import Candidate
from firstmile.facts.environment import Environment
from firstmile.facts.gpus import GPUS
from firstmile.model import Remedy
from firstmile.rules.base import Advice, Situation

_UNITS = {"B": 1 / 2**30, "KIB": 1 / 2**20, "KB": 1 / 2**20, "MIB": 1 / 1024, "MB": 1 / 1024, "GIB": 1.0, "GB": 1.0}
_AMOUNT = r"(\d+(?:\.\d+)?) ?([KMG]i?B|bytes|B)\b"
# torch 1.x/2.0: "(GPU 0; 23.65 GiB total capacity; 22.1 GiB already allocated; 10.00 MiB free; ..."
# torch >= 2.1: "GPU 0 has a total capacity of 23.65 GiB of which 10.00 MiB is free."
_NEED = re.compile(rf"Tried to allocate {_AMOUNT}")
_TOTAL = re.compile(rf"{_AMOUNT} total capacity|total capacity of {_AMOUNT}|total capacty of {_AMOUNT}")
_FREE = re.compile(rf"{_AMOUNT} free;|of which {_AMOUNT} is free|Free memory on device[^(]{{0,80}}\({_AMOUNT}")
_OURS = re.compile(rf"{_AMOUNT} already allocated|this process has {_AMOUNT} memory in use|{_AMOUNT} is allocated by PyTorch")
_DTYPE_BYTES = (
    (re.compile(r"(?i)int4|4[- ]?bit|gptq|awq|q4_|nf4|bnb-4bit"), 0.56, "4 bit"),
    (re.compile(r"(?i)int8|8[- ]?bit|fp8|q8_"), 1.06, "8 bit"),
    (re.compile(r"(?i)float32|fp32|--dtype[= ]float(?:32)?\b"), 4.0, "fp32"),
)
# vLLM prints both at its start; torch.distributed's own wording is the first.
_ONE_PROCESS = re.compile(r"world[_ ]size[ =:]+1\b|tensor_parallel_size=1\b")
_KV_GIB_ROOM = 1.5  # engine, activations and a first KV block; measured room on small models is larger


class Memory(NamedTuple):
    """GiB of one card as far as the text says; None where it does not."""

    need: float | None
    total: float | None
    free: float | None
    ours: float | None


def _gib(match: re.Match[str] | None) -> float | None:
    if not match:
        return None
    parts = [group for group in match.groups() if group]
    if len(parts) < 2:
        return None
    return float(parts[0]) * _UNITS.get(parts[1].upper(), 1 / 2**30)


def memory_of(text: str) -> Memory:
    """Amounts in an out-of-memory message."""
    return Memory(
        _gib(_NEED.search(text)), _gib(_TOTAL.search(text)), _gib(_FREE.search(text)), _gib(_OURS.search(text))
    )


def card_gib(facts: Environment, memory: Memory) -> float | None:
    """The size of one card: from the message, else as written, else from the card's name."""
    if memory.total:
        return memory.total
    if size := facts.get("gpu.memory_gb"):
        return float(size)
    if name := facts.get("gpu.name"):
        return float(GPUS[name].memory_gb[0]) if len(GPUS[name].memory_gb) == 1 else None
    return None


def weights_gib(facts: Environment, text: str) -> tuple[float, str, str] | None:
    """(GiB of weights, what they are, how they are stored), from the parameters in the model's name."""
    sizes = facts.all("model.billions")
    if not sizes:
        return None
    billions = float(sizes[0])
    if not 0.1 <= billions <= 1100:
        return None
    names = " ".join(facts.all("model.name")) + " " + (facts.get("flag.quantization") or "")
    for pattern, bytes_each, word in _DTYPE_BYTES:
        if pattern.search(names) or (word != "fp32" and re.search(r"(?i)load_in_[48]bit ?= ?True", text)):
            return billions * 1e9 * bytes_each / 2**30, f"{sizes[0]}B parameters", word
    return billions * 1e9 * 2 / 2**30, f"{sizes[0]}B parameters", "bf16"


def _power_of_two(cards: float) -> int:
    count = 1
    while count < cards:
        count *= 2
    return count


def _is_memory(candidate: Candidate) -> bool:
    return candidate.mode.symptoms[0][0] == "S-B.1.1" or any(
        word in candidate.mode.id for word in ("out-of-memory", "-oom", "kv-cache", "gpu-memory")
    )


def memory_fit(situation: Situation) -> list[Advice]:
    """Say whether weights fit a card, with the numbers, and shift causes accordingly."""
    candidate = next((c for c in situation.candidates.roots if _is_memory(c)), None)
    if candidate is None:
        return []
    facts, text = situation.environment, situation.text
    memory = memory_of(text)
    card = card_gib(facts, memory)
    weights = weights_gib(facts, text)
    training = candidate.mode.stages[0][0] == "Fine-tuning" or bool(
        re.search(r"(?i)fine-?tun|finetune|trainer|lora|sft|deepspeed|训练|微调", text)
    )
    remedies: list[Remedy] = []
    shifts: list[tuple[str, float]] = []
    if memory.total and memory.free is not None and memory.ours is not None:
        others = memory.total - memory.free - memory.ours
        if others > max(2.0, 0.25 * memory.total):
            remedies.append(Remedy(
                f"Free the card first: about {others:.1f} of its {memory.total:.1f} GiB are held by other processes",
                "nvidia-smi --query-compute-apps=pid,used_memory,name --format=csv", None,
            ))
            shifts.append(("R-B.1", 1.5))
    if weights and card:
        size, what, stored = weights
        tp = int(facts.get("flag.tensor-parallel-size") or facts.get("flag.tp") or 1)
        share = size / max(tp, 1)
        if share + _KV_GIB_ROOM > card:
            cards = _power_of_two((size * 1.15 + _KV_GIB_ROOM) / (card * 0.9))
            smaller = "" if stored == "4 bit" else f", a 4-bit checkpoint (about {size * 0.56 / (4 if stored == 'fp32' else 2 if stored == 'bf16' else 1.06):.1f} GiB)"
            if training:
                remedies.append(Remedy(
                    f"{size:.1f} GiB of weights ({what} at {stored}) alone do not fit a {card:.1f} GiB card:"
                    f" train QLoRA on 4-bit weights, or shard with DeepSpeed ZeRO-3 or FSDP over {max(cards, 2)} or more cards",
                    None, None,
                ))
            else:
                remedies.append(Remedy(
                    f"{size:.1f} GiB of weights ({what} at {stored}) do not fit a {card:.1f} GiB card:"
                    f" spread them over {max(cards, 2)} cards (--tensor-parallel-size {max(cards, 2)}){smaller}, or use a larger card",
                    None, None,
                ))
            shifts += [("R-G.1", 1.8), ("R-B.1", 0.7), ("R-B.2", 0.8)]
        elif not training:
            room = card - share
            remedies.append(Remedy(
                f"The weights ({size:.1f} GiB at {stored}{f' over {tp} cards' if tp > 1 else ''}) fit a {card:.1f} GiB card and leave"
                f" about {room:.1f} GiB: reduce context length, batch or concurrent sequences, not the model",
                None, None,
            ))
            shifts.append(("R-B.1", 1.3))
    if training and re.search(r"(?i)full|全参|全量", text):
        shifts.append(("R-B.2", 1.2))
    counts = [int(n) for n in facts.all("gpu.count") if n.isdigit()]
    if _ONE_PROCESS.search(text) and max(counts or [1]) == 1:
        shifts.append(("R-E.1", 0.3))  # one process on one card: there is nothing to shard
    if re.search(r"(?i)only (?:one|1|the first|gpu ?0)|只(?:用|使用)了?(?:一|1)|仅(?:用|使用)", text) and max(counts or [2]) > 1:
        shifts.append(("R-E.1", 2.0))
    return [Advice(candidate.mode.id, tuple(remedies), tuple(shifts))] if remedies or shifts else []

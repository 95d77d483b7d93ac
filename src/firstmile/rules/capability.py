"""What a card can and cannot do, from its compute capability."""

from firstmile.facts.gpus import GPUS
from firstmile.model import Remedy
from firstmile.rules.base import Advice, Situation

_BF16, _FA2, _FP8 = (8, 0), (8, 0), (8, 9)


def compute_capability(situation: Situation) -> list[Advice]:
    """Name the card and what it lacks, where a platform mode fired and a card is known."""
    out: list[Advice] = []
    names = [n for n in situation.environment.all("gpu.name") if GPUS[n].capability]
    if not names:
        return []
    name = min(names, key=lambda n: GPUS[n].capability or (99, 0))
    capability = GPUS[name].capability or (0, 0)
    shown = f"{name} (compute capability {capability[0]}.{capability[1]})"
    for candidate in situation.candidates.roots:
        lines = " ".join(e.text for e in candidate.evidence).lower()
        remedies: list[Remedy] = []
        if ("bf16" in lines or "bfloat16" in lines) and capability < _BF16:
            remedies.append(Remedy(
                f"{shown} has no bfloat16: use float16 (--dtype half, torch_dtype=torch.float16, fp16: true)", None,
                "the model stands float16; Gemma and some others overflow in it and need float32 instead",
            ))
        if "flashattention" in lines.replace(" ", "").replace("-", "") and capability < _FA2:
            remedies.append(Remedy(
                f"{shown} cannot run FlashAttention-2, which needs 8.0 (Ampere): remove flash-attn or choose another attention",
                "attn_implementation=\"sdpa\"", None,
            ))
        if "fp8" in lines and capability < _FP8:
            remedies.append(Remedy(
                f"{shown} has no FP8 units (8.9, Ada, is the first): use an AWQ, GPTQ or 16-bit checkpoint", None, None
            ))
        if "no kernel image" in lines or "not compatible with the current pytorch" in lines:
            if capability >= (10, 0):
                remedies.append(Remedy(
                    f"{shown} needs wheels built with CUDA 12.8 or newer",
                    "pip install --upgrade torch --index-url https://download.pytorch.org/whl/cu128", None,
                ))
            elif capability < (7, 5):
                remedies.append(Remedy(
                    f"{shown} was dropped from recent wheels: install a release that still lists sm_{capability[0]}{capability[1]}",
                    "pip install torch==2.6.0 --index-url https://download.pytorch.org/whl/cu118", None,
                ))
        if remedies:
            out.append(Advice(candidate.mode.id, tuple(remedies), (("R-A.2", 1.3),)))
    return out

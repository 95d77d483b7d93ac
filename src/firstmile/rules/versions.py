"""Which release first knew a model: the release that the installed one must at least be."""

import re

from firstmile.model import Remedy
from firstmile.rules.base import Advice, Situation

# model_type -> first transformers release that holds it. Source: the release notes of
# huggingface/transformers (github.com/huggingface/transformers/releases), read off the model's first tag.
FIRST_TRANSFORMERS = {
    "llama": "4.28.0", "mistral": "4.34.0", "mixtral": "4.36.0", "phi": "4.36.0", "qwen2": "4.37.0",
    "gemma": "4.38.0", "starcoder2": "4.39.0", "cohere": "4.39.0", "qwen2_moe": "4.40.0", "dbrx": "4.40.0",
    "olmo": "4.40.0", "phi3": "4.41.0", "gemma2": "4.42.0", "qwen2_vl": "4.45.0", "mllama": "4.45.0",
    "granite": "4.45.0", "olmo2": "4.47.0", "qwen2_5_vl": "4.49.0", "gemma3": "4.50.0",
    "gemma3_text": "4.50.0", "mistral3": "4.50.0", "qwen3": "4.51.0", "qwen3_moe": "4.51.0",
    "llama4": "4.51.0", "deepseek_v3": "4.51.0", "gpt_oss": "4.55.0",
    "qwen3_next": "4.57.0", "qwen3_vl": "4.57.0",
}
_MODEL_TYPE = re.compile(r"model type [`'\"](\w+)[`'\"]|KeyError: ['\"](\w+)['\"]")


def _key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def transformers_knows(situation: Situation) -> list[Advice]:
    """Name the release that the model needs, beside the one that is installed."""
    for candidate in situation.candidates.roots:
        for line in candidate.evidence:
            match = _MODEL_TYPE.search(line.text)
            if not match:
                continue
            needed = FIRST_TRANSFORMERS.get(match[1] or match[2])
            if not needed:
                continue
            installed = situation.environment.get("transformers.version")
            if installed and _key(installed) >= _key(needed):
                remedy = Remedy(
                    f"transformers {installed} knows {match[1] or match[2]} (since {needed}): the failing process runs"
                    " another environment; check which one it imports",
                    "python -c \"import transformers, sys; print(transformers.__version__, transformers.__file__, sys.executable)\"",
                    None,
                )
            else:
                have = f" (installed: {installed})" if installed else ""
                remedy = Remedy(
                    f"Upgrade transformers to {needed} or newer, the first release that knows {match[1] or match[2]}{have}",
                    f"pip install --upgrade 'transformers>={needed}'", None,
                )
            return [Advice(candidate.mode.id, (remedy,))]
    return []

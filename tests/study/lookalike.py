"""A made-up copy of the public data set's form: same folders, same fields, invented issues and labels."""

import json
import random
from pathlib import Path

from firstmile import taxonomy

FILES = {
    "DeepSeek/R1 /DeepSeek-R1.json": ("deepseek-ai/DeepSeek-R1", "DeepSeek-R1", "MoE", 20),
    "DeepSeek/V3 /DeepSeek-V3.json": ("deepseek-ai/DeepSeek-V3", "DeepSeek-V3", "MoE", 20),
    "meta-llama/llama/meta-llama.json": ("meta-llama/llama", "llama", "Dense", 60),
    "meta-llama/llama3/meta-llama3.json": ("meta-llama/llama3", "llama3", "Dense", 30),
    "QwenLM/Qwen/Qwen.json": ("QwenLM/Qwen", "Qwen", "Dense", 80),
    "QwenLM/Qwen2.5/Qwen2dot5.json": ("QwenLM/Qwen2.5", "Qwen2.5", "Mixed", 90),
}
RECORDS = sum(size for *_, size in FILES.values())
MISSPELT = "Environment Compatibility Issues -  Architecture Compatibility"


def leaves(kind: str) -> list[str]:
    """The labels of all leaves."""
    return [taxonomy.label_of(code) for code in sorted(taxonomy.leaf_codes(kind))]


def rows(seed: int = 1) -> dict[str, list[dict[str, object]]]:
    """Path to records. One issue stands twice with two root causes; one label is misspelt."""
    rng = random.Random(seed)
    symptoms, causes = leaves("symptom"), leaves("root_cause")
    made: dict[str, list[dict[str, object]]] = {}
    for path, (repository, model, architecture, size) in FILES.items():
        made[path] = [
            {
                "number": n, "link": f"https://github.com/{repository}/issues/{1000 + 7 * n}",
                "status": rng.choice(["open", "closed", "closed"]), "SYMPTOM": rng.choice(symptoms),
                "ROOT CAUSE": rng.choice(causes), "STAGE": rng.choice(["Inference", "Inference", "Fine-tuning"]),
                "model": model, "architecture": architecture,
            }
            for n in range(1, size + 1)
        ]
    qwen = made["QwenLM/Qwen/Qwen.json"]
    qwen[5] |= {"link": qwen[4]["link"], "SYMPTOM": qwen[4]["SYMPTOM"], "STAGE": qwen[4]["STAGE"]}
    qwen[4]["ROOT CAUSE"], qwen[5]["ROOT CAUSE"] = causes[0], causes[1]
    made["meta-llama/llama3/meta-llama3.json"][2]["ROOT CAUSE"] = MISSPELT
    return made


def write(folder: Path, seed: int = 1) -> Path:
    """The made-up data set as files under a folder."""
    for path, records in rows(seed).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(json.dumps(records, ensure_ascii=False, indent=2), "utf-8")
    return folder

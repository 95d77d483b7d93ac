"""Validate casebook files: schema, labels, duplicates, secrets, and the reserved ids.

Usage: python tools/check_casebook.py FILE.jsonl ... [--holdout HASHES] [--id OWNER/NAME#N]

With --id, say only whether that case id may be collected ("ok" or "reserved").
"""

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIELDS = {
    "id": str, "url": str, "lang": str, "title": str, "report": str, "errors": list,
    "cause": str, "fix": str, "symptom": str, "root_cause": str, "stage": str, "confirmed": str,
}
# Repositories that were renamed: an id is checked under every name.
RENAMED = [
    {"QwenLM/Qwen2.5", "QwenLM/Qwen3", "QwenLM/Qwen1.5", "QwenLM/Qwen2"},
    {"QwenLM/Qwen2.5-Coder", "QwenLM/Qwen3-Coder", "QwenLM/CodeQwen1.5"},
    {"QwenLM/Qwen", "QwenLM/Qwen-7B"},
    {"QwenLM/Qwen2.5-Math", "QwenLM/Qwen2-Math"},
    {"meta-llama/llama", "facebookresearch/llama"},
    {"meta-llama/codellama", "facebookresearch/codellama"},
    {"ggml-org/llama.cpp", "ggerganov/llama.cpp"},
    {"hiyouga/LLaMA-Factory", "hiyouga/LlamaFactory", "hiyouga/LLaMA-Efficient-Tuning"},
    {"microsoft/DeepSpeed", "deepspeedai/DeepSpeed"},
    {"TimDettmers/bitsandbytes", "bitsandbytes-foundation/bitsandbytes"},
    {"OpenAccess-AI-Collective/axolotl", "axolotl-ai-cloud/axolotl"},
    {"modelscope/swift", "modelscope/ms-swift"},
    {"PanQiWei/AutoGPTQ", "AutoGPTQ/AutoGPTQ"},
    {"lvwerra/trl", "huggingface/trl"},
    {"jmorganca/ollama", "ollama/ollama"},
    {"oobabooga/text-generation-webui", "oobabooga/textgen"},
    {"turboderp/exllamav2", "turboderp-org/exllamav2"},
    *(
        {f"{owner}/{name}" for owner in ("THUDM", "zai-org")}
        for name in ("ChatGLM-6B", "ChatGLM2-6B", "ChatGLM3", "GLM-4", "CogVLM")
    ),
]


def names(case_id: str) -> set[str]:
    """Every name under which this case may stand in the list of reserved ids."""
    repository, _, number = case_id.partition("#")
    found = {repository}
    for group in RENAMED:
        if repository.lower() in {name.lower() for name in group}:
            found |= group
    return {f"{name}#{number}" for name in found} | {case_id, case_id.lower()}


def reserved(case_id: str, hashes: set[str]) -> bool:
    return any(hashlib.sha256(name.encode()).hexdigest() in hashes for name in names(case_id))


def labels() -> dict[str, set[str]]:
    data = json.loads((ROOT / "src/firstmile/taxonomy/taxonomy.json").read_text("utf-8"))
    all_labels = {
        kind: [row["label"] for row in data[kind]] for kind in ("symptom", "root_cause", "stage")
    }
    return {
        kind: {a for a in rows if not any(b.startswith(a + " - ") for b in rows)}
        for kind, rows in all_labels.items()
    }


def reading_problems(reading: dict) -> list[str]:
    """A reading gives, for some kinds, [code, probability] rows: what an expert concludes from the report alone."""
    out = []
    for kind, rows in reading.items():
        if kind not in {"symptom", "cause", "stage"}:
            out.append(f"reading of an unknown kind {kind!r}")
        elif not 0.9 <= sum(p for _, p in rows) <= 1.1:
            out.append(f"reading of {kind}: probabilities do not sum to 1")
    return out


def problems(case: dict, known: dict[str, set[str]], hashes: set[str]) -> list[str]:
    out = [f"field {f!r} missing or not {t.__name__}" for f, t in FIELDS.items()
           if not isinstance(case.get(f), t)]
    if out:
        return out
    if set(case) - set(FIELDS) - {"reading"}:
        out.append(f"unknown fields {sorted(set(case) - set(FIELDS))}")
    out += reading_problems(case.get("reading", {}))
    if not re.fullmatch(r"[\w.-]+/[\w.-]+#\d+", case["id"]):
        out.append("id is not owner/name#N")
    elif reserved(case["id"], hashes):
        out.append("id is reserved for measurement: drop this case")
    number = case["id"].rpartition("#")[2]
    if not re.fullmatch(rf"https://github\.com/[^/]+/[^/]+/(issues|pull|discussions)/{number}", case["url"]):
        out.append("url does not match id")
    if case["lang"] not in {"en", "zh"}:
        out.append("lang must be en or zh")
    if case["confirmed"] not in {"reporter", "maintainer", "community", "no"}:
        out.append("confirmed must be reporter, maintainer, community or no")
    for field in ("symptom", "root_cause", "stage"):
        if case[field] not in known[field]:
            out.append(f"{field} {case[field]!r} is not a leaf label of the taxonomy")
    if not 60 <= len(case["report"]) <= 3000:
        out.append(f"report has {len(case['report'])} characters (60 to 3000)")
    if case["confirmed"] != "no" and not case["fix"].strip():
        out.append("confirmed but no fix")
    blob = json.dumps(case)
    if re.search(r"hf_[A-Za-z0-9]{20,}|sk-[A-Za-z0-9]{20,}|gh[ps]_[A-Za-z0-9]{20,}", blob):
        out.append("looks like a secret")
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--holdout", type=Path, default=ROOT.parent / "shared/holdout.sha256")
    parser.add_argument("--id")
    args = parser.parse_args()
    hashes = set(args.holdout.read_text().split()) if args.holdout.exists() else set()
    if args.id:
        print("reserved" if reserved(args.id, hashes) else "ok")
        return 0
    known, seen, bad, total = labels(), {}, 0, 0
    for path in args.files:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            total += 1
            try:
                case = json.loads(line)
                found = problems(case, known, hashes)
            except json.JSONDecodeError as error:
                case, found = {"id": "?"}, [str(error)]
            key = min(names(str(case.get("id"))))
            if key in seen:
                found.append(f"also in {seen[key]}")
            seen.setdefault(key, f"{path.name}:{number}")
            for text in found:
                bad += 1
                print(f"{path}:{number}: {case.get('id')}: {text}")
    print(f"{total} cases, {bad} problems" + ("" if hashes else " (no list of reserved ids here)"))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

"""Versions, devices, model and launch as they stand in pasted text: pip list, collect_env, nvidia-smi,
issue templates, commands. Every value keeps the line that says it.

One regular expression cuts the text into tokens; the rest is table look-ups, which costs a tenth of
one expression a fact.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from firstmile.facts.gpus import GPUS, NUMBERED
from firstmile.facts.incident import Excerpt
from firstmile.model import Evidence, Fact

_TOKEN = re.compile(r"[A-Za-z][\w.+-]*|\d[\w.+-]*|--[a-z][\w-]*|[张块卡昇腾]")
_VERSION = re.compile(r"v?(\d{1,4}\.\d{1,3}(?:\.\d{1,3})?(?:[.+-]?(?:post|rc|dev|cu)\w+)?)")
_NAME_VERSION = re.compile(r"([A-Za-z][A-Za-z_-]+?)[=-]{1,2}v?(\d+\.\d+[\w.+]*)")
_BILLIONS = re.compile(r"(?:^|[-_x])(\d{1,3}(?:\.\d{1,2})?)[bB](?=$|[-_.])")
_GIGABYTES = re.compile(r"(\d{1,3})(?:G|GB|GiB|g|gb)(?:$|[-,.])")
_LONGEST_WORD = 200
_WINDOWS_PATH = re.compile(r"\b[A-Z]:\\{1,2}\w")

_LIBRARIES = {
    name: name for name in (
        "torch", "transformers", "tokenizers", "accelerate", "peft", "trl", "datasets", "deepspeed",
        "vllm", "sglang", "flash-attn", "bitsandbytes", "auto-gptq", "autoawq", "optimum", "numpy",
        "triton", "xformers", "safetensors", "huggingface-hub", "ray", "llama-cpp-python", "ollama",
        "llamafactory", "unsloth", "axolotl", "nccl", "cudnn", "python", "gptqmodel", "lmdeploy", "cuda",
        "driver",
    )
} | {"pytorch": "torch", "cuda-version": "cuda", "flash-attention": "flash-attn", "autogptq": "auto-gptq"}
_MODEL_STARTS = (
    "llama", "meta-llama", "codellama", "code-llama", "tinyllama", "qwen", "codeqwen", "qwq", "deepseek",
    "mistral", "mixtral", "gemma", "phi-", "gpt-oss", "chatglm", "glm-", "baichuan", "internlm", "yi-",
    "falcon", "vicuna", "starcoder", "kimi", "minicpm",
)
_PLATFORMS = {
    "windows": "windows", "win10": "windows", "win11": "windows", "appdata": "windows",
    "macos": "macos", "mac": "macos", "macbook": "macos", "mps": "macos", "darwin": "macos",
    "wsl": "wsl", "wsl2": "wsl", "ascend": "ascend", "npu": "ascend", "torch_npu": "ascend",
    "昇": "ascend", "910b": "ascend", "rocm": "rocm", "hip": "rocm", "radeon": "rocm",
    "docker": "docker", "container": "docker", "kubernetes": "docker",
}
_FLAGS = frozenset(
    (
        "tensor-parallel-size", "tp", "tp-size", "pipeline-parallel-size", "max-model-len",
        "gpu-memory-utilization", "dtype", "quantization", "nproc-per-node", "nnodes", "max-seq-len",
        "max-batch-size", "per-device-train-batch-size", "model-max-length", "ctx-size", "n-gpu-layers",
        "max-num-seqs", "kv-cache-dtype", "deepspeed", "load-format",
    )
)


class Environment(NamedTuple):
    """What the text says of machine, software, model and launch."""

    facts: tuple[Fact, ...]

    def get(self, key: str) -> str | None:
        """The first value of a key."""
        return next((fact.value for fact in self.facts if fact.key == key), None)

    def all(self, key: str) -> list[str]:
        """All values of a key, without repeats."""
        return list(dict.fromkeys(fact.value for fact in self.facts if fact.key == key))


def _gpu_name(token: str, before: str, after: str) -> str | None:
    upper = token.upper()
    name = next((part for part in (upper, upper.split("-", 1)[0]) if part in GPUS), None)
    if name is None and upper.startswith(("RTX", "GTX")):
        name = next((p for p in (upper[3:].strip("-_"),) if p in GPUS), None)
        before = "rtx"
    if name is None:
        return None
    if name in NUMBERED:
        if after.lower() in ("ti",) and name + "TI" in GPUS:
            return name + "TI"
        marked = before.lower() in ("rtx", "gtx", "geforce", "nvidia", "x") or after.lower() in ("gpu", "gpus", "ti", "卡", "显")
        if not marked and not _GIGABYTES.fullmatch(after) and name not in ("3090", "4090", "2080TI", "5090", "3090TI", "4090D"):
            return None
    return name


@lru_cache(1 << 15)  # a batch meets the same words again and again
def _may_tell(word: str) -> bool:
    """Whether a word can be the start of a fact; what stands around it decides."""
    if word.startswith("--"):
        return True
    lower = word.lower()
    upper = word.upper()
    return bool(
        lower in _PLATFORMS
        or lower.replace("_", "-").rstrip(".") in _LIBRARIES
        or upper.split("-", 1)[0] in GPUS
        or upper in GPUS
        or upper.startswith(("RTX", "GTX"))
        or "+cu" in word
        or lower.startswith(_MODEL_STARTS)
        or _BILLIONS.search(word)
        or _NAME_VERSION.fullmatch(word)
    )


def _scan(text: str, add: Callable[[str, str, int], None]) -> None:
    tokens = list(_TOKEN.finditer(text))
    words = [match[0] for match in tokens]
    count = len(words)
    # Words repeat and few of them tell anything: each is judged once.
    telling = {word for word in set(words) if len(word) <= _LONGEST_WORD and _may_tell(word)}
    for i, word in enumerate(words):
        if word not in telling:
            continue
        lower = word.lower()
        at = tokens[i].start()
        after = words[i + 1] if i + 1 < count else ""
        if word.startswith("--"):
            flag = word[2:].replace("_", "-")
            if flag in _FLAGS and after:
                add(f"flag.{flag}", after, at)
            continue
        platform = _PLATFORMS.get(lower)
        if platform:
            add("platform", platform, at)
        library = _LIBRARIES.get(lower.replace("_", "-").rstrip("."))
        if library:
            for nearby in words[i + 1 : i + 4]:
                if version := _VERSION.fullmatch(nearby):
                    key = "driver.version" if library == "driver" else f"{library}.version"
                    near = text[at : tokens[i + 1 + words[i + 1 : i + 4].index(nearby)].start()]
                    if "\n" not in near or (near.count("\n") == 1 and nearby is words[i + 1]):
                        add(key, version[1], at)
                    break
                if nearby.lower() not in ("version", "runtime", "driver", "v", "compiled", "build", "used", "to", "release"):
                    break
        elif match := _NAME_VERSION.fullmatch(word):
            library = _LIBRARIES.get(match[1].lower().replace("_", "-"))
            if library:
                add(f"{library}.version", match[2], at)
        if "+cu" in word:
            digits = word.split("+cu", 1)[1][:3]
            if len(digits) == 3 and digits.isdecimal():
                add("cuda.version", f"{digits[:2]}.{digits[2]}", at)
        gpu = _gpu_name(word, words[i - 1] if i else "", after)
        if gpu:
            add("gpu.name", gpu, at)
            _gpu_details(words, i, at, add, text[text.rfind("\n", 0, at) + 1 : at].lstrip()[:1] == "|")
        if lower.startswith(_MODEL_STARTS) and any(c.isdigit() for c in word) and len(word) <= 60:
            add("model.name", word.strip(".-_+"), at)
        # A PCI bus id such as 00000000:0B:00.0 is no size of a model.
        if (match := _BILLIONS.search(word)) and float(match[1]) > 0 and not lower.startswith("0x") and text[at - 1 : at] != ":":
            add("model.billions", match[1], at)


def _gpu_details(
    words: list[str], i: int, at: int, add: Callable[[str, str, int], None], in_table: bool
) -> None:
    """Memory and number beside a card's name; in a table of nvidia-smi the number before it is an index."""
    for nearby in (words[i], *words[i + 1 : i + 4]):
        if size := _GIGABYTES.search(nearby):
            add("gpu.memory_gb", size[1], at)
            break
    before = [w for w in words[max(i - 4, 0) : i] if w.lower() not in ("nvidia", "tesla", "geforce", "rtx", "张", "块", "x")]
    if before and not in_table:
        number = before[-1].rstrip("xX*")
        if number.isdecimal() and 1 <= int(number) <= 64 and words[i - 1] != "with":
            add("gpu.count", number, at)
    for nearby in words[i + 1 : i + 3]:
        if nearby[:1] in "x*" and nearby[1:].isdigit():
            add("gpu.count", nearby[1:], at)


def environment(excerpts: list[Excerpt], budget: int = 192 << 10) -> Environment:
    """Read the facts; looks at no more than `budget` characters from the start of the text."""
    facts: dict[tuple[str, str], Fact] = {}
    for excerpt in excerpts:
        if budget <= 0:
            break
        text = excerpt.text[:budget]
        budget -= len(text)

        def add(key: str, value: str, at: int, text: str = text, excerpt: Excerpt = excerpt) -> None:
            if (key, value) in facts or len(facts) > 200:
                return
            start = text.rfind("\n", 0, at) + 1
            stop = text.find("\n", at)
            line = text[start : stop if stop >= 0 else len(text)].strip()[:300]
            number = excerpt.first_line + text.count("\n", 0, at)
            facts[key, value] = Fact(key, value, Evidence(excerpt.source, number, line))

        _scan(text, add)
        if match := _WINDOWS_PATH.search(text):
            add("platform", "windows", match.start())
    return Environment(tuple(facts.values()))

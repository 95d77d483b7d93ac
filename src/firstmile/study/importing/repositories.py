"""Issue links and repository names: GitHub keeps numbers when it renames, so old links stay right."""

import re

from firstmile.errors import InputError

_ISSUE = re.compile(r"https?://(?:www\.)?github\.com/([\w.-]+)/([\w.-]+)/(?:issues|pull|discussions)/(\d+)(?:[/?#].*)?")

# What a repository is called today, for those of the study that were renamed. GitHub redirects the old names.
TODAY = {
    "QwenLM/Qwen2.5": "QwenLM/Qwen3",
    "QwenLM/Qwen2.5-Coder": "QwenLM/Qwen3-Coder",
    "QwenLM/Qwen1.5": "QwenLM/Qwen3",
    "QwenLM/Qwen2": "QwenLM/Qwen3",
    "facebookresearch/llama": "meta-llama/llama",
    "facebookresearch/codellama": "meta-llama/codellama",
}

# Series by owner, as the study groups its repositories.
SERIES = {"deepseek-ai": "DeepSeek", "meta-llama": "Llama", "facebookresearch": "Llama", "qwenlm": "Qwen"}


def parse(link: object, where: str) -> tuple[str, int]:
    """``("owner/name", 12)`` from the link of an issue. Raises InputError."""
    found = _ISSUE.fullmatch(link.strip()) if isinstance(link, str) else None
    if found is None:
        raise InputError(f"{where}: {str(link)[:200]!r} is not the link of a GitHub issue.")
    return f"{found[1]}/{found[2]}", int(found[3])


def series_of(repository: str) -> str:
    """The study's series of a repository; elsewhere its owner."""
    owner = repository.split("/", maxsplit=1)[0]
    return SERIES.get(owner.lower(), owner)

"""What a model answered, where a script or a server printed it: after a marker such as ``output:`` or ``->``."""

import json
import re
from typing import NamedTuple

from firstmile.facts.incident import Excerpt
from firstmile.facts.lines import level_of, stamp_of
from firstmile.model import Evidence

_ANSWER = (
    r"(?i)^\W{0,6}(?:model |generated |the |raw |final |llm )?(?:a|answer|output|outputs|response|assistant|generated(?: text)?"
    r"|completion|reply|bot|ai|generated_text|输出|回答|回复|模型回答|生成结果)(?: ?\([^)\n]{1,30}\)| ?\d{1,3})?\W{0,3}(?:[:：]|=>|->|---)[ \t]?(.*)$"
)
_ARROW = r"^.{2,120}?\s(?:->|=>)\s(?:\([^)\n]{1,40}\)\s*)?(.*)$"
_QUESTION = (
    r"(?i)^\W{0,6}(?:q|question|prompt|user|human|input|instruction|提示|问题|用户|输入)(?: ?\([^)\n]{1,30}\)| ?\d{1,3})?\W{0,3}(?:[:：]|=>|---)|^> |^---|^\$ "
)
_CONTENT = r'"(?:content|text)": ?("(?:[^"\\]|\\.){0,20000}")'
_LOG = r"\b(?:step|epoch|iter\w*|loss)\b\W{0,3}\d|%\||it/s|'loss'|Traceback|^\s+File \""
_LONGEST, _MOST = 4000, 60
# Without one of these there is no answer, and the expressions above need not be compiled.
_WORDS = (
    "answer", "output", "response", "assistant", "generated", "completion", "reply", "bot", "a:", "a (", "ai:", "->", "=>",
    '"content"', '"text"', "输出", "回答", "回复", "结果",
)


class Answer(NamedTuple):
    """The text of one answer, unquoted, and the line on which it begins."""

    text: str
    evidence: Evidence


def _after_arrow(line: str) -> list[str]:
    """``question -> answer`` on one line; numbers and paths are no answers."""
    match = re.match(_ARROW, line) if "->" in line or "=>" in line else None
    return [match[1]] if match and sum(c.isalpha() for c in match[1]) > len(match[1]) // 2 else []


def _ends(line: str) -> bool:
    """Whether an answer cannot go on with this line: a marker, an empty line, or a log's own line."""
    return bool(
        not line.strip() or re.match(_ANSWER, line) or re.match(_QUESTION, line) or _after_arrow(line) or re.search(_LOG, line)
        or level_of(line) or stamp_of(line)
    )


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    return text.replace("\\n", "\n")


def answers(excerpts: list[Excerpt]) -> list[Answer]:
    """At most 60 answers; an answer ends at an empty line, at the next marker or after 4,000 characters."""
    found: list[Answer] = []
    for excerpt in excerpts:
        folded = excerpt.text.lower()
        if not any(word in folded for word in _WORDS):
            continue
        lines = excerpt.text.split("\n")
        at = 0
        while at < len(lines) and len(found) < _MOST:
            line = lines[at]
            evidence = Evidence(excerpt.source, excerpt.first_line + at, line.strip()[:600])
            at += 1
            if len(line) > 20000:
                continue
            if '"content"' in line or '"text"' in line:
                for match in re.findall(_CONTENT, line):
                    try:
                        found.append(Answer(json.loads(match, strict=False), evidence))
                    except ValueError:
                        continue
                continue
            match = re.match(_ANSWER, line)
            parts = [match[1]] if match else _after_arrow(line)
            if not parts:
                continue
            while match and at < len(lines) and sum(map(len, parts)) < _LONGEST and not _ends(lines[at]):
                parts.append(lines[at])
                at += 1
            found.append(Answer(_unquoted("\n".join(parts)), evidence))
    return found

"""What a model answered, where a script or a server printed it: after a marker such as ``output:`` or ``->``."""

import json
import re
from typing import NamedTuple

from firstmile.facts.incident import Excerpt
from firstmile.model import Evidence

_ANSWER = re.compile(
    r"^\W{0,6}(?:model |generated |the |raw |final |llm )?(?:a|answer|output|outputs|response|assistant|generated(?: text)?"
    r"|completion|reply|bot|ai|generated_text|输出|回答|回复|模型回答|生成结果)(?: ?\([^)\n]{1,30}\)| ?\d{1,3})?\W{0,3}(?:[:：]|=>|->|---)[ \t]?(.*)$",
    re.IGNORECASE,
)
_ARROW = re.compile(r"^.{2,120}?\s(?:->|=>)\s(?:\([^)\n]{1,40}\)\s*)?(.*)$")
_QUESTION = re.compile(
    r"^\W{0,6}(?:q|question|prompt|user|human|input|instruction|提示|问题|用户|输入)(?: ?\([^)\n]{1,30}\)| ?\d{1,3})?\W{0,3}(?:[:：]|=>|---)|^> |^---|^\$ ",
    re.IGNORECASE,
)
_CONTENT = re.compile(r'"(?:content|text)": ?("(?:[^"\\]|\\.){0,20000}")')
_LONGEST, _MOST = 4000, 60


class Answer(NamedTuple):
    """The text of one answer, unquoted, and the line on which it begins."""

    text: str
    evidence: Evidence


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    return text.replace("\\n", "\n")


def answers(excerpts: list[Excerpt]) -> list[Answer]:
    """At most 60 answers; an answer ends at an empty line, at the next marker or after 4,000 characters."""
    found: list[Answer] = []
    for excerpt in excerpts:
        lines = excerpt.text.split("\n")
        at = 0
        while at < len(lines) and len(found) < _MOST:
            line = lines[at]
            evidence = Evidence(excerpt.source, excerpt.first_line + at, line.strip()[:600])
            at += 1
            if len(line) > 20000:
                continue
            if '"content"' in line or '"text"' in line:
                for match in _CONTENT.findall(line):
                    try:
                        found.append(Answer(json.loads(match, strict=False), evidence))
                    except ValueError:
                        continue
                continue
            match = _ANSWER.match(line) or _ARROW.match(line)
            if not match:
                continue
            parts = [match[1]]
            while at < len(lines) and sum(map(len, parts)) < _LONGEST:
                following = lines[at]
                if not following.strip() or _ANSWER.match(following) or _QUESTION.match(following) or _ARROW.match(following):
                    break
                parts.append(following)
                at += 1
            found.append(Answer(_unquoted("\n".join(parts)), evidence))
    return found

"""Is a text a person's report of a failure, or only what a program printed?"""

import re
from collections.abc import Iterator

from firstmile.facts.incident import Incident
from firstmile.facts.lines import level_of, stamp_of

_MARKDOWN = r"(?m)^(?:#{1,4} \S|```|- \[[ xX]\] )"
_CONVERSATION = r".*\b[qa]: |\s*(?:user|assistant|human|ai|prompt|output)\b"
_PERSON = (
    # "I" alone is a log level in glog and llama.cpp, so a verb must follow.
    *(f"i {verb}" for verb in (
        "am", "have", "had", "was", "use", "used", "try", "tried", "get", "got", "run", "ran", "want", "can", "cannot",
        "could", "do", "did", "don't", "didn't", "see", "saw", "found", "think", "need", "would", "will", "just", "also",
        "set", "follow", "followed", "installed", "load", "loaded", "start", "started", "trained", "fine", "know", "noticed",
        "expect", "expected", "believe", "wonder", "downloaded", "encountered", "met", "made", "wrote", "added", "changed",
    )),
    "i'm", "i've", "i’m", "i’ve", "my", "how to", "how can", "how do", "how should", "why is", "why does", "why do",
    "why are", "anyone", "thank", "thanks", "hi all", "hello everyone", "expected behavior", "expected behaviour",
    "expected result", "describe the bug", "reproduce", "reproduction", "reproducible", "is there a", "is there any",
)
_PERSON_ZH = (
    "请问", "怎么", "为什么", "如何", "求助", "您好", "你好", "大家", "我在", "我用", "我的", "我们", "各位", "是不是",
    "有没有", "怎样", "谢谢", "麻烦", "什么原因", "复现",
)
_LONGEST_WITHOUT_MARKS = 400  # lines


def _speaking(text: str) -> Iterator[int]:
    """Places in lower-case text where words stand that people use and programs do not."""
    for words, bounded in ((_PERSON, True), (_PERSON_ZH, False)):
        for word in words:
            at = text.find(word)
            while at >= 0:
                end = at + len(word)
                if not bounded or not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                    yield at
                at = text.find(word, end)


def looks_like_report(incident: Incident) -> bool:
    """Markdown by name or by marks, or a short text in which somebody speaks."""
    if any(name.lower().endswith((".md", ".markdown")) for name in incident.sizes):
        return True
    text = incident.text[: 64 << 10]
    if ("# " in text or "```" in text or "- [" in text) and len(re.findall(_MARKDOWN, text)) >= 2:
        return True
    written = [line for line in text.split("\n") if line.strip()]
    lines = len(written)
    if not lines or lines > _LONGEST_WITHOUT_MARKS:
        return False
    enough = 1 if lines <= 12 else max(2, lines // 25)
    text = text.lower()
    spoken = set()
    for at in _speaking(text):
        start = text.rfind("\n", 0, at) + 1
        # What a model was asked and answered is not the reporter speaking.
        if start not in spoken and not re.match(_CONVERSATION, text[start : at + 20]):
            spoken.add(start)
            if len(spoken) >= enough:
                # A log may hold a model's polite answers; most of its lines carry a level or a time.
                logged = sum(1 for line in written if level_of(line) or stamp_of(line))
                return logged * 2 < lines
    return False

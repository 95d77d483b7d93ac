"""Is a text a person's report of a failure, or only what a program printed?"""

import re

from firstmile.facts.incident import Incident

_MARKDOWN = r"(?m)^(?:#{1,4} \S|```|- \[[ xX]\] )"
_CONVERSATION = r".*\b[QA]: |\s*(?:User|Assistant|Human|AI|Prompt|Output)\b"
_PERSON = (
    r"(?i)\b(?:I|I'm|I've|my|how (?:to|can|do|should)|why (?:is|does|do|are)|anyone|thanks?|hi all|hello everyone"
    r"|expected (?:behaviou?r|result)|describe the bug|reproduc\w+|is there (?:a|any))\b"
    r"|请问|怎么|为什么|如何|求助|您好|你好|大家|我们?[用在的]|各位|是不是|有没有|怎样|谢谢|麻烦|什么原因|复现"
)
_LONGEST_WITHOUT_MARKS = 400  # lines


def looks_like_report(incident: Incident) -> bool:
    """Markdown by name or by marks, or a short text in which somebody speaks."""
    if any(name.lower().endswith((".md", ".markdown")) for name in incident.sizes):
        return True
    text = incident.text[: 64 << 10]
    if ("# " in text or "```" in text or "- [" in text) and len(re.findall(_MARKDOWN, text)) >= 2:
        return True
    lines = sum(1 for line in text.split("\n") if line.strip())
    if not lines or lines > _LONGEST_WITHOUT_MARKS:
        return False
    spoken = set()
    for match in re.finditer(_PERSON, text):
        start = text.rfind("\n", 0, match.start()) + 1
        # What a model was asked and answered is not the reporter speaking.
        if start not in spoken and not re.match(_CONVERSATION, text[start : match.end() + 1]):
            spoken.add(start)
    return len(spoken) >= 1 and (lines <= 12 or len(spoken) >= max(2, lines // 25))

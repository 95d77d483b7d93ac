"""The diagnosis as Markdown, for an issue or a chat."""

import re

from firstmile.model import Diagnosis
from firstmile.report.as_text import percent, place
from firstmile.report.safe import printable

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", printable(text))


def _code(text: str) -> str:
    safe = printable(text)
    fence = "`" * (max((len(run) for run in re.findall(r"`+", safe)), default=0) + 1)
    pad = " " if fence != "`" else ""
    return f"{fence}{pad}{safe}{pad}{fence}"


def render(diagnosis: Diagnosis) -> str:
    """A Markdown document ending in a newline."""
    out = [f"# firstmile: {diagnosis.status}", ""]
    if diagnosis.symptoms:
        symptom = diagnosis.symptoms[0]
        out += [f"**Symptom:** {escape(symptom.label)} ({percent(symptom.confidence)})", ""]
    if diagnosis.stage:
        out += [f"**Stage:** {diagnosis.stage.label} ({percent(diagnosis.stage.confidence)})", ""]
    for number, cause in enumerate(diagnosis.causes, 1):
        out += [f"## {number}. {escape(cause.label)} ({percent(cause.confidence)})", ""]
        if cause.mode_id:
            out += [f"**{escape(cause.mode_title or '')}** ({_code(cause.mode_id)})", ""]
        out += [escape(cause.why), ""]
        out += [f"- {_code(line.text)} ({escape(place(line))})" for line in cause.evidence]
        if cause.remedies:
            out += ["", "**Do**", ""]
        for remedy in cause.remedies:
            out.append(f"1. {escape(remedy.do)}" + (f" ({escape(remedy.when)})" if remedy.when else ""))
            if remedy.command:
                out.append(f"   {_code(remedy.command)}")
        if cause.confirm:
            out += ["", "**How to know**", "", *(f"- {escape(text)}" for text in cause.confirm)]
        out.append("")
    if diagnosis.look_at:
        out += ["## Lines to look at", ""]
        out += [f"- {_code(line.text)} ({escape(place(line))})" for line in diagnosis.look_at] + [""]
    if diagnosis.cascade:
        out += ["## Follow-on errors", ""]
        out += [f"- {escape(c.title)} ({escape(place(c.evidence))})" for c in diagnosis.cascade] + [""]
    if diagnosis.similar:
        out += ["## Seen before", ""]
        out += [
            f"- {escape(case.title)}: {escape(case.fix)} <{printable(case.url)}>"
            for case in diagnosis.similar
        ] + [""]
    if diagnosis.not_evaluated:
        out += ["## Not evaluated", ""]
        out += [f"- {escape(n.what)}: {escape(n.because)}" for n in diagnosis.not_evaluated] + [""]
    return "\n".join(out).rstrip() + "\n"

"""A failure mode's own page: text, JSON, Markdown. The catalogue in `docs/` is made of these."""

import json
from typing import Any

from firstmile import taxonomy
from firstmile.failuremodes.mode import Mode, RemedyTemplate


def _shares(rows: tuple[tuple[str, float], ...]) -> list[str]:
    return [f"{taxonomy.label_of(code)} ({round(share * 100)} %)" for code, share in rows]


def _remedy(remedy: RemedyTemplate) -> list[str]:
    return [
        remedy.do,
        *([f"`{remedy.command}`"] if remedy.command else []),
        *([f"when: {remedy.when}"] if remedy.when else []),
        *([f"costs: {remedy.costs}"] if remedy.costs else []),
    ]


def _sections(mode: Mode) -> list[tuple[str, list[str]]]:
    return [
        ("What", [mode.what]),
        ("Why", [mode.why]),
        ("Symptoms", _shares(mode.symptoms)),
        ("Root causes", _shares(mode.causes)),
        ("Stages", [f"{name} ({round(share * 100)} %)" for name, share in mode.stages]),
        ("Do", ["; ".join(_remedy(remedy)) for remedy in mode.remedies]),
        ("How to know", list(mode.confirm)),
        ("Shows as", [f"`{s.pattern}` ({s.raised_by}{', ' + s.versions if s.versions else ''})" for s in mode.signatures]),
        ("Causes these follow-on errors", list(mode.explains)),
        ("Sources", list(mode.sources)),
    ]


def as_markdown(mode: Mode) -> str:
    """A page with one heading a section."""
    out = [f"# {mode.title}", "", f"`{mode.id}` · {mode.role} · {mode.strength}", ""]
    for heading, rows in _sections(mode):
        if rows:
            out += [f"## {heading}", ""]
            out += rows if len(rows) == 1 else [f"- {row}" for row in rows]
            out.append("")
    return "\n".join(out)


def as_text(mode: Mode) -> str:
    """The same for a terminal."""
    import textwrap

    out = [f"{mode.title}  [{mode.id}]"]
    for heading, rows in _sections(mode):
        if rows:
            out.append(heading)
            for row in rows:
                out.append(textwrap.fill(
                    row, 100, initial_indent="  - " if len(rows) > 1 else "  ",
                    subsequent_indent="    " if len(rows) > 1 else "  ",
                    break_long_words=False, break_on_hyphens=False,
                ))
    return "\n".join(out) + "\n"


def as_dict(mode: Mode) -> dict[str, Any]:
    """The document that `firstmile schema failure-mode` describes."""
    return {
        "schema": "firstmile.failure-mode/1",
        "id": mode.id,
        "title": mode.title,
        "group": mode.group,
        "role": mode.role,
        "strength": mode.strength,
        "symptoms": [{"label": taxonomy.label_of(c), "weight": w} for c, w in mode.symptoms],
        "causes": [{"label": taxonomy.label_of(c), "weight": w} for c, w in mode.causes],
        "stages": [{"label": c, "weight": w} for c, w in mode.stages],
        "what": mode.what,
        "why": mode.why,
        "remedies": [remedy._asdict() for remedy in mode.remedies],
        "confirm": list(mode.confirm),
        "explains": list(mode.explains),
        "signatures": [
            {"pattern": s.pattern, "raised_by": s.raised_by, "versions": s.versions or None}
            for s in mode.signatures
        ],
        "sources": list(mode.sources),
    }


def as_json(mode: Mode) -> str:
    """Indented JSON with a final newline."""
    return json.dumps(as_dict(mode), ensure_ascii=False, indent=2) + "\n"

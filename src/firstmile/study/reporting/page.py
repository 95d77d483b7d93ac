"""One HTML file: style, scripts and data inside, nothing fetched."""

import json
import os
from html import escape
from typing import Any

from firstmile import __version__
from firstmile.study.reporting import sections
from firstmile.study.words import number

_HERE = os.path.join(os.path.dirname(__file__), "page")
_SCRIPTS = ("base.js", "drawer.js", "treemap.js", "bars.js", "heat.js", "dots.js", "ranges.js", "main.js")
_NEEDED = ("records", "rq1", "rq2", "rq3", "rq4", "rq5", "rq6", "phenomena")


def _file(name: str) -> str:
    with open(os.path.join(_HERE, name), encoding="utf-8") as file:
        return file.read()


def _json(value: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _tiles(document: dict[str, Any]) -> str:
    shares = document["rq1"]["shares"]
    top_symptom, top_cause = next(iter(shares.items())), next(iter(document["rq2"]["shares"].items()))
    tiles = [
        (number(document["records"]), "labelled failures"), (number(document["issues"]), "issues"), (str(len(document["series"])), "series"),
        (f"{top_symptom[1]['percent']:.0f} %", f"show as {top_symptom[0]}"), (f"{top_cause[1]['percent']:.0f} %", f"come from {top_cause[0]}"),
    ]
    return "".join(f"<li><b>{escape(value)}</b><span>{escape(what)}</span></li>" for value, what in tiles)


def render(document: dict[str, Any], records: dict[str, Any], funnel: dict[str, Any]) -> str:
    """The page."""
    parts = {
        "claims": sections.verdicts(document),
        "rq1": sections.frequencies(document, "rq1", "symptom", "What people see", "Symptoms. Press a group to go into it, a leaf for its issues."),
        "rq2": sections.frequencies(document, "rq2", "root_cause", "Why it happens", "Root causes. Press a group to go into it, a leaf for its issues."),
        "rq3": sections.relation(document), "rq4": sections.likeness(document), "rq5": sections.stages(document), "rq6": sections.versions(document),
        "published-figures": sections.compared(document), "funnel": sections.funnel(funnel), "notes": sections.notes(document),
    }
    names = {"claims": "Verdicts", "rq1": "Symptoms", "rq2": "Causes", "rq3": "Together", "rq4": "Series", "rq5": "Stages", "rq6": "Versions",
             "published-figures": "Published", "funnel": "Funnel", "notes": "Caveats"}
    links = "".join(f'<a href="#{key}">{names[key]}</a>' for key, text in parts.items() if text)
    subtitle = f"Corpus {document['corpus']}: reports of users, labelled by symptom, root cause and stage. Press anything to see the issues behind it."
    if not records["whole"]:
        subtitle += f" Of the records, {number(len(records['records']))} examples can be listed here; all are counted."
    data = {key: document[key] for key in _NEEDED} | {"page": records}
    footer = (f"Made by firstmile {escape(__version__)} from the database alone. Labels: Yu et al., arXiv:2601.13655. This page holds labels and links of the "
              "records; whether you may pass them on depends on the licence of the data.")
    filled = {
        "version": escape(__version__), "title": "How open LLMs fail", "subtitle": escape(subtitle), "tiles": _tiles(document), "links": links,
        "sections": "\n".join(parts.values()), "footer": footer, "style": _file("style.css"), "data": _json(data),
        "script": "\n".join(_file(name) for name in _SCRIPTS),
    }
    page = _file("frame.html")
    # Each place is filled once and from the frame's own text, so that a value that looks like a place stays what it is.
    pieces = page.split("{{")
    return pieces[0] + "".join(filled[piece.split("}}", 1)[0]] + piece.split("}}", 1)[1] for piece in pieces[1:])

"""The diagnosis as one self-contained HTML page; everything shown is escaped, nothing is loaded."""

from html import escape as _escape

from firstmile.model import Cause, Diagnosis, Evidence
from firstmile.report.as_text import percent, place, short_label
from firstmile.report.safe import printable

_STYLE = """
:root{color-scheme:light dark;--line:#8884;--soft:#8882;--strong:#c0392b;--bar:#3578c4}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin-bottom:.2rem}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}
.path,.where,.when{opacity:.75;font-size:.9rem}.status{color:var(--strong)}
details{border:1px solid var(--line);border-radius:.5rem;margin:.6rem 0;padding:.5rem .9rem}
summary{cursor:pointer;display:grid;grid-template-columns:4rem 1fr;gap:.6rem;align-items:center}
.bar{height:.6rem;border-radius:.3rem;background:var(--soft)}.bar i{display:block;height:100%;
border-radius:.3rem;background:var(--bar)}
pre,code{font:.85rem/1.45 ui-monospace,monospace}pre{overflow-x:auto;background:var(--soft);
padding:.5rem .7rem;border-radius:.4rem;margin:.3rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
li{margin:.3rem 0}a{color:inherit}
"""


def _html(text: str) -> str:
    return _escape(printable(text), quote=True)


def _lines(lines: tuple[Evidence, ...]) -> str:
    return "".join(
        f'<pre>{_html(line.text)}</pre><div class="where">{_html(place(line))}</div>' for line in lines
    )


def _cause(cause: Cause, opened: bool) -> str:
    width = round(cause.confidence * 100)
    title = _html(cause.mode_title or short_label(cause.label))
    out = [
        f"<details{' open' if opened else ''}><summary><b>{percent(cause.confidence)}</b>"
        f'<span>{title}<br><span class="path">{_html(cause.label)}'
        f"{' · ' + _html(cause.mode_id) if cause.mode_id else ''}</span>"
        f'<div class="bar"><i style="width:{width}%"></i></div></span></summary>'
        f"<p>{_html(cause.why)}</p>{_lines(cause.evidence)}"
    ]
    if cause.remedies:
        out.append("<h2>Do</h2><ol>")
        for remedy in cause.remedies:
            command = f"<pre>{_html(remedy.command)}</pre>" if remedy.command else ""
            when = f'<div class="when">when: {_html(remedy.when)}</div>' if remedy.when else ""
            out.append(f"<li>{_html(remedy.do)}{command}{when}</li>")
        out.append("</ol>")
    if cause.confirm:
        items = "".join(f"<li>{_html(text)}</li>" for text in cause.confirm)
        out.append(f"<h2>How to know</h2><ul>{items}</ul>")
    out.append("</details>")
    return "".join(out)


def _safe_link(url: str) -> str:
    if url.startswith("https://"):
        return f'<a href="{_html(url)}" rel="noreferrer noopener">{_html(url)}</a>'
    return _html(url)


def render(diagnosis: Diagnosis) -> str:
    """A whole HTML document."""
    head = short_label(diagnosis.symptoms[0].label) if diagnosis.symptoms else "No failure found"
    out = [
        "<!doctype html><html lang=en><head><meta charset=utf-8>"
        '<meta name=viewport content="width=device-width,initial-scale=1">'
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none';style-src 'unsafe-inline'\">"
        f"<title>firstmile: {_html(head)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{_html(head)}</h1><div class=status>{_html(diagnosis.status)}</div>",
    ]
    if diagnosis.symptoms:
        symptom = diagnosis.symptoms[0]
        stage = f" · {_html(diagnosis.stage.label)}" if diagnosis.stage else ""
        out.append(
            f'<div class="path">{_html(symptom.label)} ({percent(symptom.confidence)}){stage}</div>'
        )
    if diagnosis.look_at:
        out.append(f"<h2>Lines to look at</h2>{_lines(diagnosis.look_at)}")
    if diagnosis.causes:
        out.append("<h2>Causes, likeliest first</h2>")
        out.extend(_cause(cause, index == 0) for index, cause in enumerate(diagnosis.causes))
    if diagnosis.cascade:
        rows = "".join(f"<li>{_html(c.title)} ({_html(place(c.evidence))})</li>" for c in diagnosis.cascade)
        out.append(f"<h2>Follow-on errors, not the cause</h2><ul>{rows}</ul>")
    if diagnosis.similar:
        rows = "".join(
            f"<li>{_html(c.title)}: {_html(c.fix)}<br>{_safe_link(c.url)}</li>"
            for c in diagnosis.similar
        )
        out.append(f"<h2>Seen before</h2><ul>{rows}</ul>")
    if diagnosis.not_evaluated:
        rows = "".join(
            f"<li>{_html(n.what)}, because {_html(n.because)}</li>" for n in diagnosis.not_evaluated
        )
        out.append(f"<h2>Not evaluated</h2><ul>{rows}</ul>")
    if diagnosis.facts:
        rows = "".join(
            f"<li><code>{_html(f.key)}</code> {_html(f.value)} "
            f'<span class="where">{_html(place(f.evidence))}</span></li>'
            for f in diagnosis.facts
        )
        out.append(f"<details><summary><b>Facts</b><span>{len(diagnosis.facts)} read</span></summary><ul>{rows}</ul></details>")
    out.append("</body></html>\n")
    return "\n".join(out)

"""The diagnosis for a person at a terminal: short first, everything with `verbose`."""

from collections.abc import Callable

from firstmile.model import NO_FAILURE, UNRECOGNISED, Cause, Diagnosis, Evidence
from firstmile.report.safe import printable, shortened

_WIDTH = 100
_STYLES = {"bold": "1", "red": "31;1", "green": "32;1", "yellow": "33", "dim": "2", "cyan": "36"}
Paint = Callable[[str, str], str]


def _plain(text: str, _style: str) -> str:
    return text


def _coloured(text: str, style: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _wrap(text: str, indent: str, first: str | None = None, width: int = _WIDTH) -> str:
    """Greedy wrapping at blanks; `textwrap` costs a tenth of the whole start-up time."""
    lines: list[str] = []
    line = indent if first is None else first
    fresh = True
    for word in printable(text).split():
        if not fresh and len(line) + 1 + len(word) > width:
            lines.append(line)
            line, fresh = indent, True
        line += word if fresh else " " + word
        fresh = False
    return "\n".join([*lines, line])


def place(line: Evidence) -> str:
    """Where a line stands: source, line, rank."""
    rank = f", rank {line.rank}" if line.rank else ""
    return f"{printable(line.source)}:{line.line}{rank}"


def short_label(label: str) -> str:
    """The last part of a path, which is what people say."""
    return label.rsplit(" - ", 1)[-1]


def percent(value: float) -> str:
    """A confidence in words of a hundred."""
    return f"{round(value * 100)} %"


def _evidence(line: Evidence, paint: Paint) -> str:
    return f"    {paint(place(line), 'dim')}  {shortened(line.text, 160)}"


def _remedies(cause: Cause, limit: int, paint: Paint) -> list[str]:
    out = []
    for number, remedy in enumerate(cause.remedies[:limit], 1):
        out.append(_wrap(remedy.do, "     ", f"  {number}. "))
        if remedy.command:
            out.append("     $ " + paint(printable(remedy.command), "cyan"))
        if remedy.when:
            out.append(paint(_wrap(remedy.when, "     ", "     when: "), "dim"))
    return out


def _cause_block(cause: Cause, verbose: bool, paint: Paint) -> list[str]:
    out = [paint("What", "bold")]
    if cause.mode_title:
        out.append(_wrap(f"{cause.mode_title}  [{cause.mode_id}]", "  "))
    else:
        out.append(_wrap(f"{short_label(cause.label)}: {cause.why}", "  "))
    out.extend(_evidence(line, paint) for line in cause.evidence[: 4 if verbose else 2])
    if cause.mode_id:
        out += [paint("Why", "bold"), _wrap(cause.why, "  ")]
    if cause.remedies:
        out.append(paint("Do", "bold"))
        out += _remedies(cause, 99 if verbose else 3, paint)
    if cause.confirm:
        out.append(paint("How to know", "bold"))
        out += [_wrap(text, "    ", "  - ") for text in cause.confirm[: 9 if verbose else 2]]
    return out


def _header(diagnosis: Diagnosis, paint: Paint) -> list[str]:
    if not diagnosis.symptoms:
        return []
    symptom = diagnosis.symptoms[0]
    stage = f", {diagnosis.stage.label.lower()}" if diagnosis.stage else ""
    head = paint(short_label(symptom.label), "red")
    return [f"{head} ({percent(symptom.confidence)}){stage}", paint(f"  {symptom.label}", "dim")]


def _ranked_causes(diagnosis: Diagnosis, paint: Paint) -> list[str]:
    out = [paint("Causes, likeliest first", "bold")]
    for cause in diagnosis.causes:
        mode = f"  [{cause.mode_id}]" if cause.mode_id else ""
        out.append(f"  {percent(cause.confidence):>5}  {cause.label}{mode}")
    return out


def render(diagnosis: Diagnosis, *, verbose: bool = False, colour: bool = False) -> str:
    """The whole answer, ending in a newline."""
    paint: Paint = _coloured if colour else _plain
    out: list[str] = []
    if diagnosis.status == NO_FAILURE:
        out.append(paint("No failure found in this text.", "green"))
        out.append("  Nothing in it reports an error, and no signature of a known failure matches.")
        out.append("  If something is wrong with the output itself, describe it in words and pass that.")
    elif diagnosis.status == UNRECOGNISED:
        out.append(paint("A failure, but not one that is recognised.", "yellow"))
        if diagnosis.look_at:
            out.append("  Look at these lines first:")
            out.extend(_evidence(line, paint) for line in diagnosis.look_at)
        if diagnosis.symptoms:
            out.append(paint("A guess from the wording alone; do not rely on it", "bold"))
            out.append(f"  {diagnosis.symptoms[0].label} ({percent(diagnosis.symptoms[0].confidence)})")
            out += _ranked_causes(diagnosis, paint)
    else:
        out += _header(diagnosis, paint)
        if diagnosis.causes:
            out += _cause_block(diagnosis.causes[0], verbose, paint)
            out += _ranked_causes(diagnosis, paint)
            if verbose:
                for cause in diagnosis.causes[1:]:
                    out.append("")
                    out.append(paint(f"If it is {short_label(cause.label)} instead", "bold"))
                    out += _cause_block(cause, verbose, paint)
    if diagnosis.cascade:
        out.append(paint("Follow-on errors, not the cause", "bold"))
        shown = diagnosis.cascade if verbose else diagnosis.cascade[:3]
        out.extend(f"  {c.title}  ({place(c.evidence)})" for c in shown)
    if diagnosis.similar:
        out.append(paint("Seen before", "bold"))
        for case in diagnosis.similar[: 5 if verbose else 2]:
            out.append(_wrap(f"{case.title}: {case.fix}", "    ", "  - "))
            out.append("    " + paint(printable(case.url), "dim"))
    for item in diagnosis.not_evaluated:
        out.append(paint(_wrap(f"Not evaluated: {item.what}, because {item.because}", "  "), "yellow"))
    if verbose and diagnosis.facts:
        out.append(paint("Facts read", "bold"))
        out.extend(
            f"  {fact.key} = {printable(fact.value)}  ({place(fact.evidence)})"
            for fact in diagnosis.facts
        )
    return "\n".join(out) + "\n"

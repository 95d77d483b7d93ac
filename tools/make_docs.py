"""Write the pages of docs/ that are made from data: `docs/catalogue.md` from the failure modes.

Usage: python tools/make_docs.py [--check]     (--check: exit with 1 where a page is not up to date)
"""

import sys
from pathlib import Path

from firstmile import taxonomy
from firstmile.failuremodes.load import load_all
from firstmile.failuremodes.mode import GROUPS, Mode

PAGE = Path(__file__).resolve().parent.parent / "docs/catalogue.md"


def line(mode: Mode) -> str:
    """One mode: id, title, its likeliest symptom and cause, its first source."""
    title = mode.title.replace("|", "\\|")
    symptom = taxonomy.label_of(mode.symptoms[0][0]).rsplit(" - ", 1)[-1]
    cause = taxonomy.label_of(mode.causes[0][0]).rsplit(" - ", 1)[-1]
    return f"| `{mode.id}` | {title} | {symptom} | {cause} | [source]({mode.sources[0]}) |"


def catalogue() -> str:
    """The whole page."""
    modes = load_all()
    signatures = sum(len(mode.signatures) for mode in modes)
    silent = sum(bool(mode.silent) for mode in modes)
    sourced = sum(bool(mode.sources) for mode in modes)
    out = [
        "# Failure modes", "",
        f"{len(modes)} modes with {signatures} signatures; {sourced} have a source and {silent} an example that must stay silent."
        " `firstmile explain ID` tells all that is known of one. This page is made by `python tools/make_docs.py`.", "",
        "| group | modes |", "|---|---|",
        *(f"| [{group}](#{group}) | {sum(mode.group == group for mode in modes)} |" for group in GROUPS),
    ]
    for group in GROUPS:
        out += ["", f"## {group}", "", "| id | what is wrong | symptom | root cause | |", "|---|---|---|---|---|"]
        out += [line(mode) for mode in modes if mode.group == group]
    return "\n".join(out) + "\n"


def main() -> int:
    text = catalogue()
    if "--check" in sys.argv[1:]:
        if PAGE.exists() and PAGE.read_text("utf-8") == text:
            return 0
        print(f"{PAGE.name} is not up to date: run python tools/make_docs.py")
        return 1
    PAGE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

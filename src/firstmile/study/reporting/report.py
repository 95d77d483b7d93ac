"""All files of a report, one after another, so that a large figure is never held beside the others."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from firstmile.study import funnel
from firstmile.study.analysis.document import analyse
from firstmile.study.reporting import data, page, sheets

if TYPE_CHECKING:
    import duckdb


def files(
    connection: "duckdb.DuckDBPyConnection", corpus: str | None, versions: tuple[tuple[str, str], ...], *, figures: bool = True
) -> Iterator[tuple[str, bytes]]:
    """(name, content) of the page, the document, the tables and the figures."""
    document = analyse(connection, corpus, versions)
    records = data.records(connection, document["corpus"])
    yield "index.html", page.render(document, records, funnel.count(connection)).encode()
    yield "study.json", (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
    for sheet in sheets.sheets(document):
        yield f"tables/{sheet.name}.csv", sheets.as_csv(sheet).encode()
        yield f"tables/{sheet.name}.tex", sheets.as_latex(sheet).encode()
    if figures:
        from firstmile.study.reporting import figures as drawing

        for name, make in drawing.figures(document):
            svg, pdf = drawing.drawn(make)
            yield f"figures/{name}.svg", svg
            yield f"figures/{name}.pdf", pdf

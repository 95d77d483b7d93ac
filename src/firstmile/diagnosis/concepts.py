"""What reporters say, in English and Chinese, as features of the text model.

A concept is no failure mode and no finding: "worked before an upgrade", "several GPUs", "the output loops".
It lets a model that has seen few reports read the same thought in either language and in many wordings.
`concepts.toml` holds one table a concept: `en` and `zh` are patterns in the dialect of the signatures
(see `firstmile.failuremodes`), matched without regard to case; at least one of them is there.
"""

import tomllib
from pathlib import Path

from firstmile.diagnosis.engine import Pattern


def load_concepts(path: str) -> list[tuple[str, Pattern]]:
    """Concepts in the order of the file, one row a pattern; a name may stand in two rows.

    Raises:
        ModeError: naming the concept and what is wrong with it.
    """
    from firstmile.failuremodes.load import ModeError, check_pattern

    rows = []
    for name, table in tomllib.loads(Path(path).read_text("utf-8")).items():
        if not table or set(table) - {"en", "zh"}:
            raise ModeError(f"concept {name}: needs en or zh, and nothing else")
        for expression in table.values():
            try:
                check_pattern(expression)
            except ModeError as error:
                raise ModeError(f"concept {name}: {error}") from None
            rows.append((name, Pattern(expression, True)))
    return rows

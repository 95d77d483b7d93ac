"""What reporters say, in English and Chinese, as features of the text model.

A concept is no failure mode and no finding: "worked before an upgrade", "several GPUs", "the output loops".
It lets a model that has seen few reports read the same thought in either language and in many wordings.
`concepts.toml` holds one table a concept: `en` and `zh` are patterns in the dialect of the signatures
(see `firstmile.failuremodes`), matched without regard to case; at least one of them is there.
"""

from collections.abc import Callable, Iterable

from firstmile.diagnosis.engine import Engine, Pattern
from firstmile.facts.incident import Excerpt


class Lexicon:
    """The compiled concepts. Their automaton is large, and only reports hold prose, so it is read when one is there."""

    def __init__(self, names: list[str], load: Callable[[], Engine]) -> None:
        self.names = names
        self._load = load
        self._engine: Engine | None = None

    def marks(self, excerpts: Iterable[Excerpt], title: str) -> set[str]:
        """``w:NAME`` for a concept anywhere, ``tw:NAME`` for one in the title, which is the first line."""
        if self._engine is None:
            self._engine = self._load()
        found = set()
        for excerpt in excerpts:
            text = excerpt.text.encode("utf-8", "replace")
            first = text.find(b"\n") if title and excerpt.first_line == 1 else -1
            for number, end in self._engine.scan(text):
                found.add("w:" + self.names[number])
                if end <= first:
                    found.add("tw:" + self.names[number])
        return found


def load_concepts(path: str) -> list[tuple[str, Pattern]]:
    """Concepts in the order of the file, one row a pattern; a name may stand in two rows.

    Raises:
        ModeError: naming the concept and what is wrong with it.
    """
    import tomllib

    from firstmile.failuremodes.load import ModeError, check_pattern

    rows = []
    with open(path, "rb") as file:
        tables = tomllib.load(file)
    for name, table in tables.items():
        if not table or set(table) - {"en", "zh"}:
            raise ModeError(f"concept {name}: needs en or zh, and nothing else")
        for expression in table.values():
            try:
                check_pattern(expression)
            except ModeError as error:
                raise ModeError(f"concept {name}: {error}") from None
            rows.append((name, Pattern(expression, True)))
    return rows

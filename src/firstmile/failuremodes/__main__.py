"""Check files of the catalogue: format, examples that must fire, look-alikes that must not."""

import sys
from pathlib import Path

from firstmile.diagnosis.matcher import fired_modes
from firstmile.failuremodes.load import ModeError, load_file
from firstmile.failuremodes.mode import GROUPS


def main(names: list[str]) -> int:
    """Check the named files, or all; print each problem; return 1 when there are any."""
    base = Path(__file__).parent
    paths = [Path(n).resolve() for n in names] or sorted(
        path for group in GROUPS for path in (base / group).glob("*.toml")
    )
    problems = 0
    for path in paths:
        try:
            mode = load_file(path)
        except ModeError as error:
            problems += 1
            print(error)
            continue
        for kind, texts in (("fires", mode.fires), ("silent", mode.silent)):
            for text in texts:
                if (mode.id in fired_modes([mode], text)) != (kind == "fires"):
                    problems += 1
                    print(f"{path.parent.name}/{path.name}: example {kind} = {text[:80]!r} does the opposite")
    print(f"{len(paths)} files, {problems} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

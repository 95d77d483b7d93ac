"""`firstmile modes`: the catalogue, a line each."""

import argparse
import json


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("modes", help="list the failure modes that firstmile knows")
    parser.add_argument("--group", help="only this group, for instance environment or tokenizer")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the catalogue."""
    from firstmile import catalogue
    from firstmile.adapters.cli.diagnose import write
    from firstmile.errors import InputError
    from firstmile.failuremodes.mode import GROUPS

    if args.group and args.group not in GROUPS:
        raise InputError(f"there is no group {args.group!r}; the groups are {', '.join(GROUPS)}.")
    loaded = catalogue.load().modes
    modes = [mode for mode in loaded.values() if args.group in (None, mode.group)]
    if args.format == "json":
        from firstmile.report.as_page import as_dict

        write(json.dumps([as_dict(mode) for mode in modes], ensure_ascii=False, indent=2) + "\n")
        return 0
    width = max(len(mode.id) for mode in modes)
    for group in GROUPS:
        rows = [mode for mode in modes if mode.group == group]
        if rows:
            write(f"{group} ({len(rows)})\n")
            for mode in rows:
                write(f"  {mode.id:<{width}}  {mode.title}\n")
    return 0

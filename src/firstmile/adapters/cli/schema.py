"""`firstmile schema NAME`: the JSON Schema of what firstmile prints."""

import argparse
import json
import os

from firstmile import report

NAMES = ("batch", "diagnosis", "failure-mode", "study")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("schema", help="print the JSON Schema of an output")
    parser.add_argument("name", choices=NAMES, metavar="NAME", help=", ".join(NAMES))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print one schema."""
    folder = os.path.join(os.path.dirname(report.__file__), "schemas")
    with open(os.path.join(folder, f"{args.name}.json"), encoding="utf-8") as file:
        print(json.dumps(json.load(file), indent=2))
    return 0

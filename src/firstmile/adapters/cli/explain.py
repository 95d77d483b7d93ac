"""`firstmile explain ID`: what, why, remedies and sources of a failure mode."""

import argparse

from firstmile.errors import InputError


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("explain", help="tell all that is known of a failure mode")
    parser.add_argument("id", metavar="ID", help="a failure mode, as printed in brackets by diagnose")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the page of one failure mode."""
    from firstmile import catalogue
    from firstmile.adapters.cli.diagnose import write
    from firstmile.report.as_page import as_json, as_markdown, as_text

    modes = catalogue.load().modes
    if args.id not in modes:
        import difflib

        near = difflib.get_close_matches(args.id, list(modes), 3, 0.5)
        hint = f"did you mean {', '.join(near)}?" if near else "`firstmile modes` lists them."
        raise InputError(f"there is no failure mode {args.id!r}; {hint}")
    render = {"text": as_text, "json": as_json, "markdown": as_markdown}[args.format]
    write(render(modes[args.id]))
    return 0

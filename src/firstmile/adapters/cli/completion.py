"""`firstmile completion SHELL`: a completion script on standard output."""

import argparse

from firstmile.errors import InputError


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("completion", help="print a completion script for your shell")
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the script; shtab makes it from the same parser that reads the command line."""
    try:
        import shtab
    except ImportError:
        raise InputError("completion needs shtab; install it with `pip install shtab`.") from None
    from firstmile.adapters.cli.parser import parser

    print(shtab.complete(parser(), shell=args.shell))
    return 0

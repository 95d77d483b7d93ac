"""`firstmile diagnose`: one incident from logs or a report, or many reports with --batch."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from firstmile.errors import InputError

if TYPE_CHECKING:
    import argparse
    from types import SimpleNamespace

    from firstmile.model import Diagnosis

    Arguments = argparse.Namespace | SimpleNamespace

FORMATS = ("text", "json", "markdown", "html", "sarif")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "diagnose",
        help="say what happened, why, and what to do, from a log or a report",
        description="Diagnose one failure from one or more logs (one a rank), a report in Markdown, or "
        "standard input (-).",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="logs or a report; - for standard input")
    parser.add_argument("--launch", metavar="CMD", help="the command that was run")
    parser.add_argument("--model", metavar="DIR", help="the model's folder")
    parser.add_argument(
        "--machine", metavar="FILE", help="facts of the machine: collect_env, nvidia-smi or pip list output"
    )
    parser.add_argument(
        "--batch", metavar="REPORTS.jsonl", help='read {"id", "title"?, "report"} a line, write a line each'
    )
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("-v", "--verbose", action="store_true", help="show everything")
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 also when a failure is found")
    parser.set_defaults(run=run)


def _progress(total: int) -> Callable[[int], None] | None:
    """A byte counter on stderr for large input at a terminal, else None."""
    if total < (64 << 20) or not sys.stderr.isatty():
        return None
    done, shown = 0, time.monotonic()

    def tell(size: int) -> None:
        nonlocal done, shown
        done += size
        now = time.monotonic()
        if now - shown > 0.1:
            shown = now
            sys.stderr.write(f"\rreading {done >> 20} of {total >> 20} MiB ({done * 100 // total} %)")
            sys.stderr.flush()
        if done >= total:
            sys.stderr.write("\r\x1b[K")

    return tell


def _render(diagnosis: "Diagnosis", args: "Arguments") -> str:
    if args.format == "json":
        from firstmile.report.as_json import render as as_json

        return as_json(diagnosis)
    if args.format == "markdown":
        from firstmile.report.as_markdown import render as as_markdown

        return as_markdown(diagnosis)
    if args.format == "html":
        from firstmile.report.as_html import render as as_html

        return as_html(diagnosis)
    if args.format == "sarif":
        from firstmile.report.as_sarif import render as as_sarif

        return as_sarif(diagnosis)
    from firstmile.report.as_text import render as as_text

    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return as_text(diagnosis, verbose=args.verbose, colour=colour)


def write(text: str) -> None:
    """Print text whatever the terminal's encoding is."""
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding or "ascii"
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))


def _single(args: "Arguments") -> int:
    from firstmile.diagnosis.session import Session
    from firstmile.facts.source import open_bytes
    from firstmile.model import NO_FAILURE

    if args.paths.count("-") > 1:
        raise InputError("- can be named only once.")
    session = Session.load()
    context = session.context(args.launch, args.model, args.machine)
    streams: list[tuple[str, BinaryIO]] = []
    total = 0
    try:
        for path in args.paths:
            stream = open_bytes(path)
            streams.append(("stdin" if path == "-" else path, stream))
            total += os.fstat(stream.fileno()).st_size if path != "-" else 0
        diagnosis = session.diagnose_streams(streams, context, _progress(total))
    finally:
        for name, stream in streams:
            if name != "stdin":
                stream.close()
    write(_render(diagnosis, args))
    return 0 if args.exit_zero or diagnosis.status == NO_FAILURE else 1


def _lines(path: str) -> Iterator[bytes]:
    from firstmile.facts.source import open_bytes

    with open_bytes(path) as stream:
        yield from stream


def _batch(args: "Arguments") -> int:
    import gc

    from firstmile.adapters.batch import UNREAD, answer_lines

    gc.enable()
    if args.format != "text" or args.launch or args.model or args.machine:
        raise InputError("--batch prints JSON lines and takes no --format, --launch, --model or --machine.")
    failures = read = 0
    answers = answer_lines(_lines(args.batch))
    try:
        for failed, line in answers:
            failures += failed
            read += not line.startswith(UNREAD)
            write(line)
    finally:
        answers.close()  # ends the worker processes, also when the reader went away
    if not read:
        raise InputError(f'no line of {args.batch} is a report; each must be JSON like {{"id": "1", "report": "text"}}.')
    return 0 if args.exit_zero or not failures else 1


def run(args: "Arguments") -> int:
    """Diagnose; 1 when a failure was found."""
    if args.batch:
        if args.paths:
            raise InputError("--batch takes its reports from one file; drop the other paths.")
        return _batch(args)
    if not args.paths:
        if sys.stdin is None or sys.stdin.isatty():
            raise InputError("name a log or a report, or pipe one in: `firstmile diagnose crash.log`.")
        args.paths = ["-"]
    return _single(args)

"""`firstmile study collect`: issues and comments from GitHub; killed or not, the next run goes on where this one was."""

import argparse

from firstmile.adapters.cli.study import database_option


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "collect", help="fetch issues and comments from GitHub",
        description="Fetch all issues of repositories with their comments, and what changed since the last time. The token "
        "comes from GITHUB_TOKEN, GH_TOKEN or `gh auth token`.",
    )
    parser.add_argument("repositories", nargs="+", metavar="OWNER/NAME")
    parser.add_argument("--api", metavar="URL", default="https://api.github.com", help="GitHub's API, or one like it")
    parser.add_argument("--no-comments", action="store_true", help="issues only")
    parser.add_argument("--timeout", type=float, default=60.0, metavar="SECONDS", help="for one answer (60)")
    parser.add_argument("--longest-wait", type=float, default=3700.0, metavar="SECONDS", help="for a rate limit (3700)")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing on the way")
    database_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Collect, with progress and waits on stderr and the sums on stdout."""
    import re
    import sys

    from firstmile.adapters.cli.diagnose import write
    from firstmile.errors import InputError
    from firstmile.study import database
    from firstmile.study.words import clean, number

    for name in args.repositories:
        if not re.fullmatch(r"[A-Za-z0-9][\w-]*/(?!\.+$)[\w.-]+", name):
            raise InputError(f"{name!r} is not OWNER/NAME.")
    try:
        from firstmile.study.collecting import token, walk
        from firstmile.study.collecting.client import Client
    except ImportError:
        raise InputError("collecting needs more packages; run `pip install 'firstmile[study]'`.") from None

    def say(text: str) -> None:
        if not args.quiet:
            print(clean(text), file=sys.stderr, flush=True)

    secret = token.find()
    if secret is None:
        say("no token in GITHUB_TOKEN, GH_TOKEN or gh: GitHub allows 60 requests an hour")
    client = Client(args.api, secret, say, timeout=args.timeout, longest_wait=args.longest_wait)
    try:
        with database.opened(args.db, write=True, create=True) as connection:
            for name in dict.fromkeys(args.repositories):
                kept, today = walk.repository(connection, client, name)
                if today != kept:
                    say(f"{kept} is called {today} today; its rows stay under {kept}")
                for kind in walk.KINDS if not args.no_comments else ("issues",):
                    total = 0

                    def tell(rows: int, since: str, kind: str = kind, kept: str = kept) -> None:
                        nonlocal total
                        total += rows
                        say(f"{kept}: {number(total)} {kind}, up to {since}")

                    done = walk.walk(connection, client, kept, today, kind, tell)
                    write(f"{kept}: {number(done.rows)} {kind} new or changed" + (" (not modified)" if done.unchanged else "") + "\n")
    except KeyboardInterrupt:
        print("firstmile: interrupted; what was fetched is kept, the same command goes on from there.", file=sys.stderr)
        return 130
    finally:
        client.close()
    return 0

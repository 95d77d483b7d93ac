"""`firstmile study funnel`: from collected issues to confirmed failures, with every drop and its reason."""

import argparse

from firstmile.adapters.cli.study import database_option


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "funnel", help="which collected issues are failures, which were dropped and why",
        description="Apply the keyword filter, take in people's decisions, show the counts of each step.",
    )
    parser.add_argument("--keywords", metavar="FILE", help="other keywords than ours, one a line, kept for later runs; `default` for ours")
    parser.add_argument("--decisions", metavar="FILE", help=".csv or .jsonl: issue, step (screen, confirm), keep, reason, detail, by")
    parser.add_argument("--near-duplicates", action="store_true", help="list candidates that say nearly the same")
    parser.add_argument("--overlap", type=float, default=0.8, metavar="SHARE", help="how much near-duplicates share (0.8)")
    parser.add_argument("--propose", action="store_true", help="let diagnose propose labels for the candidates")
    parser.add_argument("--list", choices=("keywords", "screen", "confirm"), help="print the decisions of a step as CSV")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    database_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the funnel, or the list that was asked for."""
    import json

    from firstmile.adapters.cli.diagnose import write
    from firstmile.errors import InputError
    from firstmile.study import database, funnel, near_duplicates, proposals
    from firstmile.study.items import item

    if not 0 < args.overlap <= 1:
        raise InputError("--overlap is a share between 0 and 1.")
    given = funnel.read_keywords(None if args.keywords == "default" else args.keywords) if args.keywords else None
    decisions = funnel.read_decisions(args.decisions) if args.decisions else []
    with database.opened(args.db, write=True) as connection:
        funnel.filter_by_keywords(connection, funnel.chosen_keywords(connection, given))
        if decisions:
            funnel.save_decisions(connection, decisions)
        if args.list:
            rows = connection.execute(
                "SELECT repository || '#' || number, kept, reason, detail, decided_by FROM decisions WHERE step = ? ORDER BY repository, number",
                [args.list]).fetchall()
            write(funnel.as_csv(rows, ("issue", "kept", "reason", "detail", "by")))
            return 0
        if args.near_duplicates:
            kept = funnel.candidates(connection, "keywords")
            pairs = near_duplicates.find(((item(r, n), f"{title}\n{body}") for r, n, _, title, body in kept), args.overlap)
            write(funnel.as_csv([(pair.first, pair.second, f"{pair.overlap:.3f}") for pair in pairs], ("issue", "like", "overlap")))
            return 0
        if args.propose:
            proposals.propose(connection, funnel.candidates(connection, "keywords"))
        counted = funnel.count(connection)
        proposed = database.count(connection, "SELECT count(*) FROM proposals")
    counted["proposed"] = proposed
    write(json.dumps(counted, ensure_ascii=False, indent=2) + "\n" if args.format == "json" else funnel.as_text(counted))
    return 0

"""`firstmile study import`: labelled issues from the public data set or from a file of one's own."""

import argparse

from firstmile.adapters.cli.study import database_option


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "import", help="bring labelled issues in",
        description="Import `open-llm-failures` (the public data set; --from a folder, or from its repository), or a "
        ".csv, .tsv or .jsonl file with columns for link, symptom, root cause and stage.",
    )
    parser.add_argument("what", metavar="open-llm-failures|FILE")
    parser.add_argument("--from", dest="folder", metavar="DIR", help="a copy of the data set on disk")
    parser.add_argument("--repository", metavar="OWNER/NAME", help="where the data set is published")
    parser.add_argument("--api", metavar="URL", default="https://api.github.com", help="GitHub's API, or one like it")
    parser.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN", help="which column of FILE holds a field")
    parser.add_argument("--any-labels", action="store_true", help="take FILE's labels as they are, not only the study's")
    parser.add_argument("--corpus", metavar="NAME", help="the name to keep the records under")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if there are anomalies")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    database_option(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Import, and print what was odd."""
    import json
    import os

    from firstmile.adapters.cli.diagnose import write
    from firstmile.errors import InputError
    from firstmile.study import database
    from firstmile.study.importing import mapped, open_llm_failures, sources, store
    from firstmile.study.importing.told import as_dict, as_text

    if args.what == "open-llm-failures":
        if args.map or args.any_labels:
            raise InputError("--map and --any-labels are for files of your own; the data set's columns are known.")
        if args.folder:
            source = sources.folder(args.folder)
        else:
            source = sources.tarball(args.repository or open_llm_failures.REPOSITORY, args.api, os.environ.get("GITHUB_TOKEN"))
        imported = open_llm_failures.read(source)
        corpus = args.corpus or open_llm_failures.CORPUS
    else:
        if args.folder or args.repository:
            raise InputError("--from and --repository are for open-llm-failures; name the file itself.")
        imported = mapped.read(args.what, mapped.mapping(args.map), any_label=args.any_labels)
        corpus = args.corpus or os.path.splitext(os.path.basename(args.what))[0]
    with database.opened(args.db, write=True, create=True) as connection:
        replaced = store.save(connection, corpus, imported)
    if args.format == "json":
        write(json.dumps(as_dict(corpus, imported, replaced), ensure_ascii=False, indent=2) + "\n")
    else:
        write(as_text(corpus, imported, replaced, args.db))
    return 1 if args.strict and imported.anomalies else 0

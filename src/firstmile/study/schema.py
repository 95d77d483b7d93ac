"""The tables of a study's database. A change here raises VERSION."""

APPLICATION = "firstmile.study"
VERSION = 1

TABLES = (
    # Whose file this is. DuckDB has no application id of its own.
    "CREATE TABLE firstmile_study (application TEXT NOT NULL, schema_version INTEGER NOT NULL, made_by TEXT NOT NULL, made_at TIMESTAMPTZ NOT NULL)",
    # What was chosen once and holds until something else is chosen.
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    # Where records come from: one row an import, one row a file of it.
    "CREATE TABLE imports (import_id INTEGER PRIMARY KEY, corpus TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL, "
    "revision TEXT, imported_at TIMESTAMPTZ NOT NULL, records INTEGER NOT NULL)",
    "CREATE TABLE import_files (import_id INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, records INTEGER NOT NULL, PRIMARY KEY (import_id, path))",
    "CREATE TABLE anomalies (import_id INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL, treatment TEXT NOT NULL)",
    # One label of one issue. An issue with two labels has two records, told apart by idx.
    "CREATE TABLE records (record_id TEXT NOT NULL, corpus TEXT NOT NULL, repository TEXT NOT NULL, issue INTEGER NOT NULL, idx INTEGER NOT NULL, "
    "url TEXT NOT NULL, status TEXT, symptom TEXT NOT NULL, root_cause TEXT NOT NULL, stage TEXT NOT NULL, series TEXT NOT NULL, model TEXT, architecture TEXT, "
    "raw TEXT NOT NULL, import_id INTEGER NOT NULL, file TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (corpus, record_id))",
    # What `collect` fetched. A repository keeps the name under which it was first asked for, whatever it is renamed to.
    "CREATE TABLE repositories (repository TEXT PRIMARY KEY, github_id BIGINT NOT NULL UNIQUE, full_name TEXT NOT NULL, seen_at TIMESTAMPTZ NOT NULL)",
    # How far a walk through a repository's issues or comments has come: committed together with what it brought.
    "CREATE TABLE walks (repository TEXT NOT NULL, kind TEXT NOT NULL, since TEXT NOT NULL, tail_since TEXT, tail_etag TEXT, PRIMARY KEY (repository, kind))",
    "CREATE TABLE issues (repository TEXT NOT NULL, number INTEGER NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL, "
    "labels TEXT NOT NULL, author TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, closed_at TEXT, comments INTEGER NOT NULL, "
    "PRIMARY KEY (repository, number))",
    "CREATE TABLE comments (repository TEXT NOT NULL, number INTEGER NOT NULL, comment_id BIGINT NOT NULL, author TEXT, body TEXT NOT NULL, created_at TEXT NOT NULL, "
    "updated_at TEXT NOT NULL, PRIMARY KEY (repository, comment_id))",
    # The funnel: what a step did with an issue, and why.
    "CREATE TABLE decisions (repository TEXT NOT NULL, number INTEGER NOT NULL, step TEXT NOT NULL, kept BOOLEAN NOT NULL, reason TEXT NOT NULL, "
    "detail TEXT NOT NULL, decided_by TEXT NOT NULL, decided_at TIMESTAMPTZ NOT NULL, PRIMARY KEY (repository, number, step))",
    "CREATE TABLE proposals (repository TEXT NOT NULL, number INTEGER NOT NULL, symptom TEXT, root_cause TEXT, stage TEXT, confidence DOUBLE, "
    "proposed_by TEXT NOT NULL, PRIMARY KEY (repository, number))",
    # Labels of annotators, one row an annotator and item, and what adjudication made of disagreements.
    "CREATE TABLE annotations (item TEXT NOT NULL, annotator TEXT NOT NULL, symptom TEXT, root_cause TEXT, stage TEXT, note TEXT NOT NULL, "
    "source TEXT NOT NULL, PRIMARY KEY (item, annotator))",
    "CREATE TABLE adjudications (item TEXT NOT NULL, field TEXT NOT NULL, label TEXT NOT NULL, adjudicator TEXT NOT NULL, reason TEXT NOT NULL, "
    "decided_at TIMESTAMPTZ NOT NULL, PRIMARY KEY (item, field))",
)

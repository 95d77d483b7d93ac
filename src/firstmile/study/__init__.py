"""The study's method as software: import, collect, funnel, label, analyse, report, evaluate, export.

One DuckDB file holds a study (`database.py`). Everything else either puts rows in (`importing/`,
`collecting/`, `funnel.py`, `annotation/`) or reads them (`analysis/`, `reporting/`, `export.py`). Functions
yield values and raise InputError; only the command line prints. Nothing outside `adapters/cli/study` imports
this package, so that the other commands start as fast as without it.
"""

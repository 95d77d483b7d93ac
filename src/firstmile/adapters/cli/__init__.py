"""The command line: one file a command. Exit codes: 0 nothing wrong, 1 findings, 2 could not run."""

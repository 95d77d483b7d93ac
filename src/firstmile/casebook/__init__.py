"""Confirmed failures: retold report, error lines as printed, cause, fix, link, labels (`data/*.jsonl`)."""

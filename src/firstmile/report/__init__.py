"""Findings in words: for a person, a script, a web page, a code-scanning service."""

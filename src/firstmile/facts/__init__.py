"""Collectors: what stands in a log, a report, a command or a folder becomes typed facts, without opinion."""

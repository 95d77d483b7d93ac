"""Texts that say "something failed" without saying what. They point a person at lines; they are no modes."""

from typing import NamedTuple


class Anchor(NamedTuple):
    """`sure` anchors mean a failure; others may stand in a healthy log as well."""

    pattern: str
    kind: str
    sure: bool
    ignore_case: bool = False


ANCHORS = (
    Anchor(r"Traceback \(most recent call last\)", "traceback", True),
    Anchor(r"[A-Z]\w{1,40}(?:Error|Exception): ", "exception", True),
    Anchor(r"terminate called after throwing", "native", True),
    Anchor(r"Segmentation fault|Fatal Python error|core dumped|GGML_ASSERT\(|panicked at", "native", True),
    Anchor(r"SIG(?:SEGV|ABRT|BUS|ILL|KILL)|Bus error|Illegal instruction", "native", True),
    Anchor(r"OOMKilled|oom-kill:|Out of memory: Killed process|[ :]Killed[\r\n]", "killed", True),
    Anchor(r"exit ?(?:code|status)[^\w-]{0,3}(?:[1-9]|-[1-9])", "exit", True, True),
    Anchor(r"return code = (?:[1-9]|-[1-9])|exited with (?:code|status) [1-9]", "exit", True),
    Anchor(r"FATAL|CRITICAL|panic:", "level", True),
    Anchor(r"ERROR|\[error\]|level=error| error: |[\r\n]error: ", "level", False),
    Anchor(r"failed to |Failed to |cannot open|could not |Unable to |unable to ", "words", False),
)

"""Rules that need arithmetic or two facts: one file a rule, each a function from a situation to advice.

A rule does no input or output and never raises: `advise` turns an exception of a rule into no advice,
because a defect of a rule must not hide the diagnosis.
"""

from firstmile.rules.base import Advice, Situation, advise

__all__ = ["Advice", "Situation", "advise"]

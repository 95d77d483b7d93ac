"""Hide the top-level modules named in ZOO_HIDE, as if they were not installed."""

import importlib.machinery
import importlib.metadata
import os
from collections.abc import Sequence
from typing import Any

HIDDEN = frozenset(filter(None, os.environ.get("ZOO_HIDE", "").split(",")))
find_spec = importlib.machinery.PathFinder.find_spec
from_name = importlib.metadata.Distribution.from_name


def find_visible(name: str, path: Sequence[str] | None = None, target: Any = None) -> Any:
    """Find no spec for a hidden module."""
    return None if name in HIDDEN else find_spec(name, path, target)


def visible_distribution(name: str) -> importlib.metadata.Distribution:
    """Find no distribution for a hidden module."""
    if name.replace("-", "_") in HIDDEN:
        raise importlib.metadata.PackageNotFoundError(name)
    return from_name(name)


if HIDDEN:
    importlib.machinery.PathFinder.find_spec = find_visible  # type: ignore[assignment, method-assign]
    importlib.metadata.Distribution.from_name = visible_distribution  # type: ignore[method-assign]

"""Compile the catalogue of failure modes while a wheel is built, so that its first user need not wait."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogue(BuildHookInterface):
    """Puts the files of `firstmile.catalogue.Compiled` under `firstmile/built` of the wheel."""

    _folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless this is an editable installation, whose catalogue may change at any time."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from firstmile.catalogue import build
        finally:
            del sys.path[0]
        folder = self._folder = Path(tempfile.mkdtemp(prefix="firstmile-built-"))
        compiled, _ = build()
        for name, data in compiled._asdict().items():
            path = folder / name
            path.write_bytes(data)
            build_data["force_include"][str(path)] = f"firstmile/built/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's interface
        """Remove what `initialize` wrote; the wheel holds it now."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

"""The token for GitHub: from the environment, or from GitHub's own command line. It is never printed or kept."""

import os
import shutil
import subprocess


def find() -> str | None:
    """A token, or None: then 60 requests an hour are all that GitHub gives."""
    for name in ("GITHUB_TOKEN", "GH_TOKEN"):
        if value := os.environ.get(name, "").strip():
            return value
    gh = shutil.which("gh")
    if gh is None:
        return None
    try:
        done = subprocess.run([gh, "auth", "token"], capture_output=True, text=True, timeout=10, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() or None if done.returncode == 0 else None

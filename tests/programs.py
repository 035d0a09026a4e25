"""Programs that a machine may or may not have: tests that need one are skipped with the reason."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

BROWSER_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def _program(*names: str) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"none of these programs is installed: {', '.join(names)}")
    return found


def browser(folder: Path, *arguments: str) -> str:
    """Run Chromium without a window and a profile of its own; what it prints."""
    program = _program("chromium", "chromium-browser", "google-chrome")
    command = [program, *BROWSER_OPTIONS, f"--user-data-dir={folder / 'profile'}", *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()


def office(folder: Path, *arguments: str) -> None:
    """Run LibreOffice without a window and with a profile of its own."""
    program = _program("soffice", "libreoffice")
    command: Sequence[str] = [
        program,
        "--headless",
        f"-env:UserInstallation=file://{folder / 'office'}",
        *arguments,
        "--outdir",
        str(folder),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=300)

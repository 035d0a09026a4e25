"""Public names, what importing costs, and the package as it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import rsnms_rules as rr
from rsnms_rules.cli.commands import COMMANDS
from rsnms_rules.report import FORMATS, renderer
from tests.conftest import ROOT

NAMES = [
    "Choice",
    "Corpus",
    "InvalidConfiguration",
    "InvalidInput",
    "InvalidObservations",
    "InvalidRegulation",
    "InvalidText",
    "InvalidWaivers",
    "Regulation",
    "Report",
    "RsnmsError",
    "UnknownElement",
    "UnknownRegulation",
    "UnreadablePath",
    "UsageError",
    "__version__",
    "check",
    "compare",
    "conforms",
    "diff",
    "draft",
    "dump",
    "load",
    "load_corpus",
    "loads",
    "read_act",
    "set_language",
    "skeleton",
    "verify",
]
HEAVY = ("networkx", "pydantic", "yaml", "jsonschema", "snowballstemmer")


def test_public_names_are_these() -> None:
    assert rr.__all__ == NAMES
    for name in NAMES:
        assert getattr(rr, name) is not None
    with pytest.raises(AttributeError, match="nothing"):
        rr.nothing  # noqa: B018


def loaded(code: str) -> set[str]:
    """Which heavy packages a fresh interpreter has loaded after running `code`."""
    script = f"import sys\n{code}\nprint(*[n for n in {HEAVY!r} if n in sys.modules])"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split())


def test_import_is_light() -> None:
    assert loaded("import rsnms_rules") == set()


def test_help_is_light() -> None:
    code = (
        "import io\nfrom rsnms_rules.cli import main\n"
        "assert main(['--help'], io.StringIO(), io.StringIO(), sys.stderr) == 0"
    )
    assert loaded(code) == set()


def test_who_needs_no_networkx() -> None:
    code = "import rsnms_rules as rr\nrr.load('ivanovo').who('реестр')"
    assert "networkx" not in loaded(code)


def test_every_command_is_registered_and_every_module_is_a_command() -> None:
    helpers = {"__init__", "commands", "conversation", "options", "outputs", "parser", "progress", "sides", "streams"}
    modules = {path.stem for path in (ROOT / "src/rsnms_rules/cli").glob("*.py")} - helpers
    assert {command.module.rpartition(".")[2] for command in COMMANDS.values()} == modules
    assert set(COMMANDS) == {*FORMATS, "completion"}  # a script for a shell is no answer


def test_every_format_is_registered_and_exists() -> None:
    for command, formats in FORMATS.items():
        assert {"text", "json"} <= set(formats)
        for name in formats:
            assert callable(renderer(command, name))


def test_module_runs_as_a_program() -> None:
    run = subprocess.run([sys.executable, "-m", "rsnms_rules", "--version"], capture_output=True, text=True, check=True)
    assert run.stdout == f"rsnms {rr.__version__}\n"


def test_arguments_are_utf8_also_where_the_locale_is_not() -> None:
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    call = [sys.executable, "-m", "rsnms_rules", "who", "ivanovo", "реестр методических служб"]
    run = subprocess.run(call, capture_output=True, env=plain, check=True)
    assert "ЦНППМ" in run.stdout.decode()


def test_wheel_carries_regulations_and_messages(tmp_path: Path) -> None:
    """The wheel answers from an empty folder, alone on the path, beside the installed dependencies."""
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--disable-pip-version-check", "-w", str(tmp_path), str(ROOT)], check=True)
    wheel = next(tmp_path.glob("*.whl"))
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(site)
    assert "rsnms_rules/regulations/ivanovo.yaml" in names
    assert "rsnms_rules/policies/common-core.test.yaml" in names
    assert "rsnms_rules/report/html/templates/diff.html" in names
    assert "rsnms_rules/locale/ru/LC_MESSAGES/rsnms.mo" in names
    assert "rsnms_rules/py.typed" in names
    script = (
        f"import sys; sys.path.insert(0, {str(site)!r})\n"
        "import rsnms_rules as rr; assert rr.__file__.startswith(sys.path[0]), rr.__file__\n"
        "print(rr.load('ivanovo').who('реестр работников методических служб'))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=empty, check=True)
    assert "ЦНППМ" in run.stdout
    assert "3.2.2 «" in run.stdout

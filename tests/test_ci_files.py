"""Where CI meets the rules: hooks, action, template, plugin, and the example repository with its own checks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import check_jsonschema.builtin_schemas as builtin
import jsonschema
import pytest
import yaml

from tests.command import rsnms
from tests.conftest import ROOT
from tests.test_schemas import validated

REGION = ROOT / "examples" / "region"
SCRIPT = ROOT / "ci" / "github" / "check.sh"
DAY = "2026-02-01"


def published(name: str) -> dict[str, Any]:
    """A schema as check-jsonschema carries it from SchemaStore and GitLab."""
    text = resources.files(builtin).joinpath("vendor", f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def loaded(path: Path) -> Any:
    class Loader(yaml.SafeLoader):
        """`on` is a word here, as YAML 1.2 and GitHub read it."""

    Loader.yaml_implicit_resolvers = {
        key: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool" or key not in "oOnNyY"]
        for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(path.read_text(encoding="utf-8"), Loader)


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("github-actions", ROOT / "action.yml"),
        ("github-workflows", REGION / ".github" / "workflows" / "check.yml"),
        ("gitlab-ci", ROOT / "ci" / "gitlab" / "rsnms.gitlab-ci.yml"),
        ("gitlab-ci", REGION / ".gitlab-ci.yml"),
    ],
)
def test_files_follow_their_published_schemas(schema: str, path: Path) -> None:
    rules = published(schema)
    cls = jsonschema.validators.validator_for(rules)
    found = cls(rules).iter_errors(loaded(path))
    assert [error.message for error in found] == []


def test_hooks_follow_what_pre_commit_reads() -> None:
    from pre_commit.clientlib import load_config, load_manifest

    hooks = {hook["id"]: hook for hook in load_manifest(ROOT / ".pre-commit-hooks.yaml")}
    assert set(hooks) == {"rsnms-check", "rsnms-validate"}
    for repo in load_config(REGION / ".pre-commit-config.yaml")["repos"]:
        assert {hook["id"] for hook in repo["hooks"]} <= set(hooks)


def test_the_inputs_of_the_action_reach_the_script() -> None:
    action = loaded(ROOT / "action.yml")
    last = action["runs"]["steps"][-1]
    used = {value.removeprefix("${{ inputs.").removesuffix(" }}") for value in last["env"].values()}
    assert used == set(action["inputs"]) - {"python-version"}
    script = SCRIPT.read_text(encoding="utf-8")
    assert all(f"${{{name}:-" in script or name == "RSNMS_LANG" for name in last["env"])
    assert "${{ inputs" not in last["run"]  # an input in a script is a way in for strangers
    workflow = loaded(REGION / ".github" / "workflows" / "check.yml")
    step = next(step for step in workflow["jobs"]["check"]["steps"] if "rsnms" in step["uses"])
    assert set(step["with"]) <= set(action["inputs"])


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = tmp_path / "region"
    shutil.copytree(REGION, copy)
    monkeypatch.chdir(copy)
    monkeypatch.delenv("RSNMS_SOURCES", raising=False)
    return copy


def run(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, **variables}
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False, encoding="utf-8")


def test_the_checks_of_the_example_pass(region: Path) -> None:
    outcome = rsnms("check", "--as-of", DAY, "--format", "json")
    data = outcome.json()
    assert outcome.code == 0
    assert data["counts"]["waived"] == 1
    assert data["counts"]["error"] == 0
    assert not [one for one in data["findings"] if one["rule"].startswith(("waiver", "citation", "text-not-covered"))]
    validated("waivers", region / "waivers.yaml")


def test_the_checks_of_the_example_fail_where_they_should(region: Path) -> None:
    table = region / "observations" / "2025.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("82.5", "79.996"), encoding="utf-8")
    outcome = rsnms("check", "--as-of", DAY)
    assert outcome.code == 1
    assert "79,996" in outcome.out


def test_the_script_of_the_action(region: Path) -> None:
    summary = region / "summary.md"
    found = run(
        "bash", str(SCRIPT), SARIF="out.sarif", SPLIT="true", AS_OF=DAY, PATHS="", GITHUB_STEP_SUMMARY=str(summary)
    )
    assert found.returncode == 0, found.stderr
    assert found.stdout.startswith("::")
    assert (region / "out-1.sarif").is_file()
    assert summary.read_text(encoding="utf-8").startswith("### ✅ rsnms check")
    strict = run("bash", str(SCRIPT), AS_OF=DAY, FAIL_ON="warning", PATHS="regulations/zarechye.yaml\n")
    assert strict.returncode == 1


def test_the_script_of_the_template(region: Path) -> None:
    job = loaded(ROOT / "ci" / "gitlab" / "rsnms.gitlab-ci.yml")["rsnms"]
    found = run("bash", "-c", job["script"][1], RSNMS_ARGS=f"--as-of {DAY}")
    assert found.returncode == 0, found.stderr
    reports = job["artifacts"]["reports"]
    assert json.loads((region / reports["codequality"]).read_text(encoding="utf-8"))
    assert (region / reports["junit"]).is_file()


def test_the_hooks_run_in_the_example(region: Path) -> None:
    hooks = {hook["id"]: hook for hook in loaded(ROOT / ".pre-commit-hooks.yaml")}
    assert run(*hooks["rsnms-check"]["entry"].split(), "--as-of", DAY).returncode == 0
    assert run(*hooks["rsnms-validate"]["entry"].split(), "regulations/zarechye.yaml").returncode == 0


def test_the_plugin_makes_a_test_of_each_rule(region: Path) -> None:
    command = (sys.executable, "-m", "pytest", "--rsnms", "--rsnms-as-of", DAY, "-rA", "-p", "no:cacheprovider")
    found = run(*command, "--rootdir", str(region))
    assert found.returncode == 0, found.stdout
    assert "rsnms[zarechye-two-leaders]" not in found.stdout  # switched off in rsnms.toml
    assert "rsnms[zarechye-citation-lost]" in found.stdout
    config = region / "rsnms.toml"
    config.write_text(config.read_text(encoding="utf-8").replace('"error"', '"warning"', 1), encoding="utf-8")
    failed = run(*command, "--rootdir", str(region))
    assert failed.returncode == 1
    assert "FAILED" in failed.stdout
    assert "rsnms[zarechye-one-sided-joint]" in failed.stdout
    assert "Traceback" not in failed.stdout
    config.unlink()
    assert run(*command, "--rootdir", str(region)).returncode == 4

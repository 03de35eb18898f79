"""docker-compose.yml: the specification, the house's own rules, and Docker's word where it is there."""

import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def check() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "check_compose", ROOT / "scripts" / "check_compose.py"
    )
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture
def compose(check: ModuleType) -> dict[str, Any]:
    """The file with its variables filled in."""
    found: dict[str, Any] = yaml.safe_load(check.interpolated(check.FILE.read_text("utf-8")))
    return found


def plugin() -> bool:
    docker = shutil.which("docker")
    return (
        bool(docker)
        and not subprocess.run(
            [str(docker), "compose", "version"], capture_output=True, check=False
        ).returncode
    )


def test_the_file_keeps_to_the_specification(check: ModuleType) -> None:
    assert check.main() == 0


def test_a_file_against_the_specification_is_refused(
    check: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text("services:\n  api:\n    image: [a, b]\n", "utf-8")
    monkeypatch.setattr(check, "FILE", wrong)
    assert check.main() == 1


@pytest.mark.skipif(not plugin(), reason="docker compose is not installed on this machine")
def test_docker_itself_accepts_the_file(check: ModuleType) -> None:
    assert check.plugin_says() == []


def test_all_parts_are_there(compose: dict[str, Any]) -> None:
    assert {"neo4j", "valkey", "minio", "api", "worker", "beat"} <= set(compose["services"])
    assert compose["services"]["neo4j"]["image"].startswith("neo4j:5.26")
    assert compose["volumes"]


SPOIL: dict[str, Callable[[dict[str, Any]], Any]] = {
    "has no healthcheck": lambda c: c["services"]["valkey"].pop("healthcheck"),
    "without a version": lambda c: c["services"]["valkey"].update(image="valkey"),
    "must come from a file": lambda c: c["services"]["api"]["environment"].update(
        JICHA_NEO4J_PASSWORD="changeme"
    ),
    "is not read from a file": lambda c: c["secrets"].update(extra={"environment": "JICHA_SECRET"}),
    "without saying whose": lambda c: c["services"]["api"].update(command=["uvicorn"]),
}


@pytest.mark.parametrize("said", SPOIL)
def test_what_the_house_forbids_is_named(
    check: ModuleType, compose: dict[str, Any], said: str
) -> None:
    assert check.house_rules(compose) == []
    SPOIL[said](compose)
    assert any(said in problem for problem in check.house_rules(compose))

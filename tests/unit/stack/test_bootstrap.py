"""`make install` without a way to a registry: one sentence, and the setting that names another one."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
#: A port of loopback on which nobody listens.
NOWHERE = "http://127.0.0.1:9/"


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script on an empty checkout whose environment has Python and npm, and nothing else."""
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "scripts" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    venv, frontend = tmp_path / "venv", tmp_path / "frontend"
    (venv / "bin").mkdir(parents=True)
    frontend.mkdir()
    here = Path(sys.executable)
    for name in ("python", "npm"):
        (venv / "bin" / name).symlink_to(here.with_name(name) if name == "npm" else here)
    for name, value in {
        "ROOT": tmp_path,
        "VENV": venv,
        "STAMPS": venv / "stamps",
        "FRONTEND": frontend,
    }.items():
        monkeypatch.setattr(made, name, value)
    for name in ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "JICHA_NEO4J_URI"):
        monkeypatch.delenv(name, raising=False)
    return made


def told(bootstrap: ModuleType, step: str) -> str:
    """The message of a step that fails: short, with the whole output in a file that it names."""
    with pytest.raises(bootstrap.StepFailed) as failed:
        getattr(bootstrap, step)()
    said = str(failed.value).splitlines()
    assert len(said) == 3
    assert Path(said[2].rsplit(": ", 1)[1]).read_text(encoding="utf-8").strip()
    return said[0]


def test_no_python_registry(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", f"{NOWHERE}simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    lock = f"nobody-makes-this==1.0 --hash=sha256:{'0' * 64}\n"
    (tmp_path / "requirements-dev.lock").write_text(lock, encoding="utf-8")
    assert "PIP_INDEX_URL" in told(bootstrap, "environment")


def test_no_node_registry(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "REGISTRY": NOWHERE,
        "FETCH_RETRIES": "0",
        "CACHE": str(tmp_path / "npm-cache"),
    }.items():
        monkeypatch.setenv(f"NPM_CONFIG_{name}", value)
    wanted = {"name": "desk", "version": "1.0.0", "dependencies": {"react": "19.0.0"}}
    (tmp_path / "frontend" / "package.json").write_text(json.dumps(wanted), encoding="utf-8")
    (tmp_path / "frontend" / "package-lock.json").write_text("{}", encoding="utf-8")
    assert "NPM_CONFIG_REGISTRY" in told(bootstrap, "desk")


def test_no_maven_repository(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JICHA_MAVEN_REPOSITORY", NOWHERE)
    monkeypatch.setenv("JICHA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("M2_REPO", str(tmp_path / "m2"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    (tmp_path / "stack").mkdir()
    (tmp_path / "stack" / "neo4j.jars.txt").write_text("", encoding="utf-8")
    sentence = told(bootstrap, "jars")
    assert "JICHA_MAVEN_REPOSITORY" in sentence
    assert "JICHA_NEO4J_URI" in sentence


def test_npm_is_ended_once_it_has_given_a_package_up(bootstrap: ModuleType, tmp_path: Path) -> None:
    """It would go on with hundreds of others, a minute each."""
    npm = tmp_path / "venv" / "bin" / "npm"
    npm.unlink()
    npm.write_text(
        "#!/bin/sh\necho npm http fetch GET http://here/react attempt 3 failed with ENOTFOUND\n"
        "sleep 600 & wait\n"
    )
    npm.chmod(0o755)
    (tmp_path / "frontend" / "package.json").write_text("{}", encoding="utf-8")
    (tmp_path / "frontend" / "package-lock.json").write_text("{}", encoding="utf-8")
    assert "NPM_CONFIG_REGISTRY" in told(bootstrap, "desk")

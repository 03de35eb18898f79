"""The data home is closed to other users of the machine."""

import stat
from pathlib import Path

import pytest

from cli.context import settings
from stack.home import FOLDERS, Home, write_private


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_fresh_home_is_closed(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    assert {mode(home.root), *(mode(home.root / name) for name in FOLDERS)} == {0o700}


def test_folders_that_others_could_read_are_closed(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir(mode=0o755)
    (tmp_path / "claims").chmod(0o755)
    Home(tmp_path)
    assert mode(tmp_path / "claims") == 0o700


def test_secrets_and_private_files_are_the_owners_alone(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    made = home.secret("neo4j-password")
    path = home.root / "secrets" / "neo4j-password"
    assert (mode(path), path.read_text().strip()) == (0o600, made)
    assert home.secret("neo4j-password") == made
    other = tmp_path / "note"
    other.write_text("old")
    other.chmod(0o644)
    write_private(other, "new")
    assert (mode(other), other.read_text()) == (0o600, "new")


def test_the_first_command_of_all_closes_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JICHA_HOME", str(tmp_path / "fresh"))
    settings.cache_clear()
    try:
        assert mode(settings().home) == 0o700
    finally:
        settings.cache_clear()

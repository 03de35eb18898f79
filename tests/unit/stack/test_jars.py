"""Fetching by the committed list: unreachable and damaged downloads say what to do."""

from pathlib import Path

import pytest
import requests

from stack import jars
from stack.errors import DownloadCorrupt, DownloadUnavailable
from stack.settings import Settings


@pytest.fixture(autouse=True)
def _empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("M2_REPO", str(tmp_path / "m2"))


def quiet(phase: str, done: int, total: int | None) -> None:
    """Progress to nobody."""


def test_the_list_names_every_jar_with_its_hash() -> None:
    listed = jars.listed_jars()
    assert len(listed) == 217
    assert all(len(jar.sha256) == 64 for jar in listed)


def test_an_unreachable_repository_is_one_clear_sentence(tmp_path: Path) -> None:
    # Port 9 of this machine answers nobody.
    settings = Settings(home=tmp_path, maven_repository="http://127.0.0.1:9/maven2")
    with pytest.raises(DownloadUnavailable) as refused:
        jars.fetch_jars(settings, quiet)
    for setting in ("JICHA_MAVEN_REPOSITORY", "JICHA_NEO4J_URI"):
        assert setting in refused.value.message_zh
        assert setting in refused.value.message_en


def test_a_damaged_download_is_fetched_again_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched = []

    def resolve(artifact: object) -> Path:
        path = tmp_path / f"{len(fetched)}.jar"
        path.write_bytes(b"not a jar")
        fetched.append(path)
        return path

    monkeypatch.setattr("jgo.maven.Artifact.resolve", resolve)
    jars_of_one = [jars.Jar("g", "n", "1", "", "jar", "0" * 64)]
    monkeypatch.setattr(jars, "listed_jars", lambda: jars_of_one)
    with pytest.raises(DownloadCorrupt, match="JICHA_NEO4J_URI"):
        jars.fetch_jars(Settings(home=tmp_path), quiet)
    assert len(fetched) == 2
    assert not any(path.exists() for path in fetched)


def test_a_timeout_counts_as_unreachable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(artifact: object) -> Path:
        raise requests.ConnectTimeout

    monkeypatch.setattr("jgo.maven.Artifact.resolve", resolve)
    with pytest.raises(DownloadUnavailable):
        jars.fetch_jars(Settings(home=tmp_path), quiet)

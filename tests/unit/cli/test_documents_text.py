"""The register of numbers and the versions of templates at the terminal."""

from datetime import UTC, datetime

import pytest

import cli.documents as terminal
from casework.documents.template import Version
from casework.hands import Hand


@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
def test_a_series_has_its_name_before_its_code(
    english: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "say", lambda zh, en: en if english else zh)
    line = terminal._series_text({"series": "filing", "year": 2026, "numbers": 2, "last": 2})
    assert "(filing)" in line or "（filing）" in line
    assert ("2026: 2, the last is 2" if english else "2026 年：2 个，末号 2") in line


def test_the_version_before_the_first_is_the_shipped_one() -> None:
    one, two = (_version(sha256) for sha256 in ("a", "b"))
    assert terminal._former((one, two)) == "a"
    assert terminal._former((one,)) == ""
    assert terminal._former(()) == ""


def _version(sha256: str) -> Version:
    by = Hand("fazhi", "P-fazhi", "许文清")
    return Version(sha256, 1, "own.docx", "改版", by, datetime(2026, 11, 27, tzinfo=UTC))

"""How many processes the API starts with."""

from pathlib import Path

import pytest

from stack.apps import Api
from stack.errors import SettingsInvalid
from stack.home import Home
from stack.settings import load_settings


@pytest.mark.parametrize(("given", "count"), [("3", "3"), ("1", "1")])
def test_as_many_as_asked(
    given: str, count: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JICHA_HOME", str(tmp_path))
    monkeypatch.setenv("JICHA_API_WORKERS", given)
    words = list(Api(Home(tmp_path), load_settings()).prepare({"http": 1}, print).args)
    assert words[words.index("--workers") + 1] == count


def test_by_default_one_for_each_processor_but_four_at_most(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for cores, count in ((1, 1), (2, 2), (16, 4)):
        monkeypatch.setattr("os.sched_getaffinity", lambda _, n=cores: set(range(n)))
        assert load_settings().api_workers == count


def test_none_at_all_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JICHA_API_WORKERS", "0")
    with pytest.raises(SettingsInvalid, match="JICHA_API_WORKERS=0 不得小于 1"):
        load_settings()

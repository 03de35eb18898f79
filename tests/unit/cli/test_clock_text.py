"""A deadline explained at the terminal, in either language to the end."""

from datetime import UTC, datetime
from typing import Any

import pytest

import cli.clock_text as spoken
from casework.clocks.deadlines import deadlines
from casework.events import GENESIS, seal

AT = datetime(2026, 11, 26, 2, 0, tzinfo=UTC)


def _clue() -> Any:
    opened = seal("case:C1", 1, "CaseOpened", {"path": "administrative"}, "ins1", AT, GENESIS)
    return deadlines([opened], AT)


@pytest.mark.parametrize(
    ("english", "words"),
    [
        (False, ("线索核查", "依据", "15 个工作日", "自本日起算（登记线索），当日不计入")),
        (True, ("clue", "law", "15 working days", "starts (lead registered)")),
    ],
)
def test_a_deadline_is_explained_with_its_law(
    monkeypatch: pytest.MonkeyPatch, english: bool, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(spoken, "say", lambda zh, en: en if english else zh)
    (text,) = map(spoken.deadline_text, _clue())
    assert all(word in text for word in words), text
    assert ("article 14" if english else "第十四条") in text
    assert "CaseOpened" not in text
    if english:
        assert text.isascii(), text

"""The ledger at the terminal: in either language to the end, aligned, without internal names."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

import cli.ledger_text as spoken
from casework.ledger.accounts import Account
from casework.ledger.check import Check
from casework.ledger.instalments import Instalment
from casework.ledger.state import Entry, Posting
from cli.columns import columns, width

AT = datetime(2026, 11, 27, 0, 42, tzinfo=UTC)


@pytest.fixture(params=[False, True], ids=["zh", "en"])
def english(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(spoken, "say", lambda zh, en: en if request.param else zh)
    return bool(request.param)


def _text() -> str:
    amount = Decimal("1516.26")
    postings = (Posting(Account.SUSPECTED, amount), Posting(Account.SOURCE, -amount))
    entry = Entry(1, AT, "CaseOpened", postings, "V-17")
    part = Instalment(date(2026, 12, 1), Decimal("100.00"), Decimal(0), overdue=False)
    return spoken.ledger_text({Account.SUSPECTED: amount, Account.SOURCE: amount}, [entry], [part])


def test_a_ledger_names_its_entries_in_the_readers_language(english: bool) -> None:
    text = _text()
    assert "CaseOpened" not in text
    wanted: Any = (
        ("lead registered", "debit", "due (yuan)") if english else ("登记线索", "借", "应缴")
    )
    assert all(word in text for word in wanted), text
    assert text.isascii() is english
    assert "1,516.26" in text
    assert text.count("V-17") == 1


def test_figures_end_together(english: bool) -> None:
    lines = [line for line in _text().splitlines() if line.endswith("1,516.26")]
    assert len(lines) == 4
    assert len({width(line) for line in lines[:2]}) == 1
    assert len({width(line) for line in lines[2:]}) == 1


def test_agreement_is_told_in_the_readers_language(english: bool) -> None:
    one = Check("已退回", "returned", Decimal(1), Decimal(2))
    head, said = spoken.checks_text([one]).splitlines()
    assert head.split()[-1] == ("is" if english else "实为")
    assert said.split() == (["differs", "returned"] if english else ["不符", "已退回"]) + [
        "1.00",
        "2.00",
    ]


def test_a_chinese_character_takes_two_places() -> None:
    assert columns([("疑点", "1"), ("abcde", "22")], right={1}) == ["疑点    1", "abcde  22"]

"""The papers of held things list them in words, each kind on its own paper."""

import io
from datetime import UTC, datetime

import docx
import pytest

from casework.cases.parts import Ending, Hold
from casework.cases.state import CaseState
from casework.hands import Hand
from evidence.forms.context import _holds
from evidence.forms.example import example
from evidence.forms.fill import fill, shipped

AT = datetime(2026, 11, 26, tzinfo=UTC)


def words(form_id: str) -> str:
    document = docx.Document(io.BytesIO(fill(shipped(form_id), example(form_id, AT))))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(one.text for one in document.paragraphs), *cells))


@pytest.mark.parametrize(
    "form_id", ["hold_register", "hold_approval", "hold_end_approval", "hold_release", "unseal"]
)
def test_things_are_listed_in_words(form_id: str) -> None:
    said = words(form_id)
    assert "示例物品" in said
    assert "built-in" not in said


@pytest.mark.parametrize(
    ("form_id", "things"),
    [
        ("hold_register", ["病历"]),
        ("hold_seal", ["电脑"]),
        ("hold_approval", ["病历", "电脑"]),
    ],
)
def test_each_paper_lists_its_own_kind(form_id: str, things: list[str]) -> None:
    by = Hand("a", "甲", "甲")
    kinds = (("preservation", "病历"), ("sealing", "电脑"))
    holds = tuple(Hold(f"H{n}", k, t, "x", by, False) for n, (k, t) in enumerate(kinds))
    rows = _holds(CaseState("C1", holds=holds), form_id)
    assert [row["items"] for row in rows] == things


@pytest.mark.parametrize(
    ("form_id", "things"),
    [
        ("hold_release", ["病历"]),
        ("unseal", ["电脑"]),
        ("hold_end_approval", ["病历", "电脑", "账册"]),
    ],
)
def test_each_decision_on_held_things_says_what_becomes_of_its_own(
    form_id: str, things: list[str]
) -> None:
    by = Hand("a", "甲", "甲")
    kinds = (("preservation", "病历"), ("sealing", "电脑"))
    over = [
        Hold(f"H{n}", k, t, "x", by, False, "ended", result="发还", end_seq=n + 1)
        for n, (k, t) in enumerate(kinds)
    ]
    asked = Hold("H8", "sealing", "账册", "x", by, False, "approved", ending=Ending("移送", (), by))
    rest = Hold("H9", "sealing", "硬盘", "x", by, False, "approved")
    rows = _holds(CaseState("C1", holds=(*over, asked, rest)), form_id)
    assert [row["items"] for row in rows] == things
    assert rows[0]["result"].startswith("发还")

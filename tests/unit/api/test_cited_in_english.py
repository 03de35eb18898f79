"""The law behind a bar, a binding and a missed deadline reads in English where the reader does."""

import re
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from api.document.convert import bindings_of
from api.names import cited
from api.points.page import restoration_bar_of
from api.year.queries import missed_of
from casework.clocks.rows import deadline_rows
from casework.commands.restoration import BarGround
from casework.documents.catalogue import forms
from casework.hands import Hand
from casework.restoration.state import Bar
from casework.volumes.retention import retentions
from graph.year.read import Missed

HAN = re.compile(r"[\u4e00-\u9fff]")
AT = datetime(2026, 11, 27, tzinfo=UTC)
HAND = Hand("sup", "p-sup", "SUP")


@pytest.mark.parametrize("ground", list(BarGround))
def test_bars(ground: BarGround) -> None:
    bar = Bar("B1", ground, "1", "x", HAND, AT)
    reader: Any = SimpleNamespace(language="en", actor=None)
    page: Any = SimpleNamespace(actions=())
    assert not HAN.search(restoration_bar_of(bar, page, reader).basis)


def test_missed_deadlines() -> None:
    for row in deadline_rows():
        one = Missed("1", row.zh, row.en, row.basis, AT, None, "C1", "x", True, ())
        assert not HAN.search(missed_of(one, "en").basis)
        assert missed_of(one, "zh").basis == row.basis


def test_forms() -> None:
    for form in forms().values():
        assert not HAN.search(cited("en", form.basis)), form.id


def test_bindings() -> None:
    for row in retentions():
        kept: dict[str, Any] = {
            "version": 1, "by": HAND, "at": AT, "retention_zh": "", "retention_en": "x",
            "basis": row.basis, "permanent": False, "retain_until": date(2036, 1, 1),
            "damaged": "", "volumes": (),
        }  # fmt: skip
        state: Any = SimpleNamespace(bindings=(SimpleNamespace(**kept),))
        assert not HAN.search(bindings_of(state, "en")[0].basis)

"""Papers call kinds of money and grounds of a write-off as the desk does: who chose one finds it in print."""

import json
import re
from pathlib import Path

import pytest

from casework.commands.case import PaymentKind, WriteOffGround
from evidence.forms.told import GROUNDS, KINDS

ROOT = Path(__file__).parents[3]
#: The terminal's list is written from the desk's words.
DESK = json.loads((ROOT / "cli/value_words.json").read_text("utf-8"))
LEDGER = (ROOT / "frontend/src/features/cases/ledger/acts.ts").read_text("utf-8")


@pytest.mark.parametrize("kind", PaymentKind)
def test_kinds_of_money_are_called_the_same_on_paper_and_on_the_desk(kind: PaymentKind) -> None:
    assert KINDS[kind.value] == DESK[kind.name]


@pytest.mark.parametrize("ground", WriteOffGround)
def test_grounds_are_called_the_same_on_paper_and_on_the_desk(ground: WriteOffGround) -> None:
    assert GROUNDS[ground.value] == DESK[ground.name]
    assert re.search(rf"'{ground.name}'", LEDGER)

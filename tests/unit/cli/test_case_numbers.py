"""What an act made, and what a case holds, is told with the number that the next command asks for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from typer.main import get_command

from casework.cases.parts import Correction, Recusal
from casework.cases.state import CaseState
from casework.commands.case import CaseCommand, RequestRecusal
from casework.commands.case.recuse import RecusalGround
from casework.events import GENESIS, seal
from casework.hands import Hand
from casework.registry import ACTS
from cli.act import numbers_of
from cli.case import commands
from cli.case_numbers import number_lines
from cli.main import build_app

#: Acts on a case that no person at a terminal begins (`test_every_act` says why).
NO_VERB = {"HoldVolumes", "RecordBinding", "RecordDossier", "RecordVolumeCheck"}
AT = datetime(2026, 11, 26, 2, 0, tzinfo=UTC)
WHO = Hand("jicha2", "jicha2", "林晓舟")
ASK = RequestRecusal(case_no="C1", officer="jicha2", ground=RecusalGround.KIN, reason="近亲属")


def test_an_act_tells_the_number_of_what_it_made() -> None:
    data = {"recusal_id": "B1", "officer": "jicha2", "reason": "近亲属", "case_no": "C1"}
    event = seal("case:C1", 4, "RecusalRequested", data, "jicha1", AT, GENESIS)
    assert list(numbers_of(ASK, [event])) == ["回避编号 B1"]


def test_a_new_stream_is_told_by_its_own_number() -> None:
    event = seal("case:YB-2026-0007", 1, "CaseOpened", {"title": "挂床"}, "jicha1", AT, GENESIS)
    assert list(numbers_of(ASK, [event])) == ["YB-2026-0007"]


def test_a_case_lists_the_numbers_of_its_things() -> None:
    empty = CaseState(case_no="C1")
    assert list(number_lines(empty)) == []
    order = Correction(
        "O1", "停止组织就诊", date(2026, 12, 20), "条例第三十八条", 5, date(2026, 11, 28)
    )
    asked = Recusal("B1", WHO, "kin", "近亲属", WHO, by_party=False)
    told = list(number_lines(replace(empty, recusals=(asked,), corrections=(order,))))
    assert told == ["  回避", "    B1  林晓舟  近亲属", "  责令改正", "    O1  停止组织就诊"]


def test_every_act_on_a_case_is_offered_with_what_to_type() -> None:
    known, every = commands(), dict(leaves(get_command(build_app())))
    acts = {kind.__name__ for kind in ACTS if issubclass(kind, CaseCommand)}
    assert acts - known.keys() == NO_VERB
    assert set(known.values()) <= every.keys()


def leaves(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """What may be typed after `jicha`, with its command."""
    below = getattr(command, "commands", None)
    if below is None:
        yield " ".join(words), command
    for word, one in (below or {}).items():
        yield from leaves(one, (*words, word))

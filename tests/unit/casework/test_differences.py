"""The story of a case tells what each event changed against what stood before."""

import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from random_bureau import choose, crowd, scans, seats

from casework.cases.differences import Change, PieceKind, between, story
from casework.cases.facts import FACTS
from casework.cases.fold import fold_case
from casework.commands import case as c
from casework.refusal import Refusal
from tests.unit.casework.test_execution import served
from tests.unit.casework.test_worksheet import drawing

Told = dict[str, tuple[str, str]]


def told(found: tuple[Change, ...]) -> Told:
    return {one.name.zh: (one.before.zh, one.after.zh) for one in found}


def latest(bureau: Any, no: str, kind: str) -> tuple[Change, ...]:
    events = bureau.streams[f"case:{no}"]
    seq = next(e.seq for e in reversed(events) if e.type == kind)
    return story(no, events).changes.get(seq, ())


def second_proposal(bureau: Any) -> str:
    no: str = bureau.proposed("2")
    bureau.do(
        "sup",
        c.ReviewProposal(
            case_no=no, proposal_id="P1", outcome=c.Outcome.RETURNED, reasons="情节较轻"
        ),
    )
    bureau.do("ins1", replace(bureau.proposal(no, "1.5"), reasons="首次违法。"))
    return no


def test_a_second_proposal_is_compared_with_the_first(bureau: Any) -> None:
    no = bureau.proposed("2")
    # The event itself tells the first one.
    assert latest(bureau, no, "PenaltyProposed") == ()


def test_only_what_differs_of_two_proposals_is_told(bureau: Any) -> None:
    no = second_proposal(bureau)
    assert told(latest(bureau, no, "PenaltyProposed")) == {
        "倍数": ("2", "1.5"),
        "拟罚款": ("8,226.00 元", "6,169.50 元"),
        "提议理由": ("情节较重", "首次违法。"),
    }


def test_another_article_is_told_in_either_language(bureau: Any) -> None:
    no = second_proposal(bureau)
    bureau.do(
        "sup",
        c.ReviewProposal(
            case_no=no, proposal_id="P2", outcome=c.Outcome.RETURNED, reasons="另一项"
        ),
    )
    bureau.do("ins1", replace(bureau.proposal(no, "1.5"), article_id="tiaoli-38-3"))
    found = {one.name.en: one for one in latest(bureau, no, "PenaltyProposed")}
    assert "第三十八条" in found["article"].after.zh
    assert found["article"].after.en.isascii()


def test_a_rewritten_report_tells_its_sentences(bureau: Any) -> None:
    no = bureau.investigated()
    parts = dict.fromkeys(("party", "measures", "evidence", "law", "proposal"), "x")
    for facts in ("甲未就诊。乙未就诊。", "甲未就诊。丙未就诊。"):
        bureau.do("ins1", c.WriteReport(case_no=no, **parts, facts=facts))
    (one,) = latest(bureau, no, "ReportWritten")
    assert one.name.en == "report: facts"
    assert [(piece.kind, piece.text) for piece in one.pieces] == [
        (PieceKind.SAME, "甲未就诊。"),
        (PieceKind.REMOVED, "乙未就诊。"),
        (PieceKind.ADDED, "丙未就诊。"),
    ]


def test_lines_tell_how_the_loss_moved(bureau: Any) -> None:
    no = bureau.investigated()
    assert told(latest(bureau, no, "LinesJudged")) == {
        "待认定明细": ("1 条", "0 条"),
        "认定损失": ("0.00 元", "4,113.00 元"),
    }


def test_two_worksheets_differ_in_their_figures(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("ins1", drawing(bureau))
    assert latest(bureau, no, "WorksheetDrawn") == ()
    bureau.do("ins1", replace(drawing(bureau), multiple=Decimal("1.6")))
    found = told(latest(bureau, no, "WorksheetDrawn"))
    assert found["倍数"] == ("1.5", "1.6")
    assert found["罚款（元）"] == ("6,169.50", "6,580.80")


def test_a_longer_clue_check_tells_its_new_day(bureau: Any) -> None:
    no = bureau.opened()
    bureau.more_time(no, "等待协查")
    ((_, (before, after)),) = told(latest(bureau, no, "ClueExtended")).items()
    assert before < after


def test_filing_tells_the_stage(bureau: Any) -> None:
    no = bureau.filed()
    assert told(latest(bureau, no, "CaseFiled"))["阶段"] == ("线索核查", "已立案")


def test_money_tells_what_had_come_in(bureau: Any) -> None:
    no = served(bureau)
    for amount in ("100.00", "13.00"):
        bureau.do(
            "agency",
            c.RecordPayment(
                case_no=no,
                kind=c.PaymentKind.RECOVERY,
                amount=Decimal(amount),
                paid_on=bureau.today,
                voucher=f"V{amount}",
            ),
        )
    assert told(latest(bureau, no, "PaymentRecorded"))["已退回基金"] == ("100.00 元", "113.00 元")


def test_between_two_looks_the_detours_are_left_out(bureau: Any) -> None:
    no = second_proposal(bureau)
    events = bureau.streams[f"case:{no}"]
    first = next(e.seq for e in events if e.type == "PenaltyProposed")
    found = told(between(no, events, first))
    assert found["倍数"] == ("2", "1.5")
    bureau.do(
        "sup",
        c.ReviewProposal(case_no=no, proposal_id="P2", outcome=c.Outcome.RETURNED, reasons="再核"),
    )
    bureau.do("ins1", bureau.proposal(no, "2"))
    assert "倍数" not in told(between(no, bureau.streams[f"case:{no}"], first))


def test_names_in_differences_are_masked(bureau: Any) -> None:
    no = bureau.investigated()
    parts = dict.fromkeys(("party", "measures", "evidence", "law", "proposal"), "x")
    bureau.do("ins1", c.WriteReport(case_no=no, **parts, facts="张小三未就诊。"))
    (one,) = latest(bureau, no, "ReportWritten")
    hidden = one.masked(("张小三",))
    assert "张小三" not in f"{hidden}"
    assert "张**" in hidden.after.zh


def test_nothing_that_changed_is_passed_over(new_bureau: Any) -> None:
    """The short cut over fields that no event touched tells the same as reading all of them."""
    happened = 0
    for seed in range(12):
        bureau, rng = new_bureau(), Random(seed)
        people = crowd(rng)
        seats(bureau, people)
        no = bureau.opened("C1", rng.choice(tuple(c.Path)))
        for scan in scans(no):
            bureau.evidence(scan)
        for _ in range(80):
            who, command = choose(bureau, rng, people, no)
            try:
                bureau.do(who, command)
            except Refusal:
                continue
        events = bureau.streams[f"case:{no}"]
        happened += len(events)
        found = story(no, events).changes
        known: dict[str, Any] = {}
        state = fold_case(no, ())
        for event in events:
            state = fold_case(no, (event,), state)
            now = {fact.en: value for fact in FACTS if (value := fact.read(state)) is not None}
            moved = {name for name, value in now.items() if known.get(name, value) != value}
            assert moved <= {one.name.en for one in found.get(event.seq, ())}
            known |= now

        # Told on from any of its beginnings it is the same story.
        cut = rng.randrange(len(events))
        assert story(no, events, story(no, events[:cut])) == story(no, events)
    assert happened > 60


def test_a_story_of_another_chain_is_not_gone_on_with(bureau: Any) -> None:
    no = second_proposal(bureau)
    events = bureau.streams[f"case:{no}"]
    other = [*events[:-1], replace(events[-1], hash="0" * 64)]
    assert not story(no, other).begins(events)
    assert not story(no, events).begins(events[:-1])
    assert story(no, events, story(no, other)) == story(no, events)

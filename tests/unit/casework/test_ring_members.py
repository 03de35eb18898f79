"""Judging members of a ring: all or none, reversible; groups and the precision record follow."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.commands.judgement import (
    JudgeMark,
    JudgeMembers,
    MarkKind,
    RingSeen,
    TakeBackMembers,
    Verdict,
)
from casework.judgements.group import Standing, Tally, standing_of, tally_of
from casework.judgements.precision import Judged, Share, promised, share_of
from casework.judgements.state import fold_mark
from casework.refusal import Refusal

RING = "R0123456789"
SEEN = RingSeen("pharmacy", "ring", "88.1", "0.02", 6)
VERDICTS = [None, *(verdict.value for verdict in Verdict)]


def judge(*psn_nos: str, verdict: Verdict = Verdict.CONFIRMED, reason: str = "同车前往") -> Any:
    return JudgeMembers(ring_id=RING, psn_nos=psn_nos, verdict=verdict, reason=reason, seen=SEEN)


def said(bureau: Any, psn_no: str) -> Any:
    stream = f"member:{RING}/{psn_no}"
    return fold_mark(stream, bureau.streams[stream])


def test_each_member_has_a_chain_that_says_who_why_and_of_what(bureau: Any) -> None:
    bureau.do("ins1", judge("P1", "P2", "P1"))
    for psn_no in ("P1", "P2"):
        mark = said(bureau, psn_no)
        assert (mark.verdict, mark.reason, mark.version) == ("confirmed", "同车前往", 1)
        assert mark.judged_by.account == "ins1"
        assert mark.seen == SEEN


def test_taken_back_the_member_waits_again_and_the_history_keeps_both(bureau: Any) -> None:
    bureau.do("ins1", judge("P1", verdict=Verdict.REJECTED))
    bureau.do("ins2", TakeBackMembers(ring_id=RING, psn_nos=("P1",), reason="点错了"))
    assert said(bureau, "P1").verdict is None
    assert [event.type for event in bureau.streams[f"member:{RING}/P1"]] == ["Judged", "TakenBack"]


@pytest.mark.parametrize(
    ("who", "command", "code"),
    [
        ("ins1", judge("P1", "P2", reason=" "), "FIELD_REQUIRED"),
        ("ins1", judge(), "BAD_VALUE"),
        ("ins1", judge(*(f"P{i}" for i in range(201))), "BAD_VALUE"),
        ("legal", judge("P1"), "ROLE_REQUIRED"),
        ("office", judge("P1"), "ROLE_REQUIRED"),
        ("ins1", TakeBackMembers(ring_id=RING, psn_nos=("P9",), reason="x"), "NOT_JUDGED"),
        ("ins1", TakeBackMembers(ring_id=RING, psn_nos=("P1", "P9"), reason="x"), "NOT_JUDGED"),
    ],
)
def test_a_refusal_writes_nothing(bureau: Any, who: str, command: Any, code: str) -> None:
    bureau.do("ins1", judge("P1"))
    before = {stream: len(events) for stream, events in bureau.streams.items()}
    with pytest.raises(Refusal) as refused:
        bureau.do(who, command)
    assert refused.value.code == code
    assert {stream: len(events) for stream, events in bureau.streams.items() if events} == {
        stream: count for stream, count in before.items() if count
    }


def test_a_ring_without_a_record_keeps_its_old_form(bureau: Any) -> None:
    command = JudgeMark(kind=MarkKind.RING, key=RING, verdict=Verdict.CONFIRMED, reason="属实")
    bureau.do("ins1", command)
    (event,) = bureau.streams[f"ring:{RING}"]
    assert "seen" not in event.data


@pytest.mark.parametrize(
    ("verdict", "confirmed", "standing"),
    [
        (None, 5, Standing.OPEN),
        ("unsure", 5, Standing.OPEN),
        ("rejected", 5, Standing.REJECTED),
        ("confirmed", 1, Standing.UNNAMED),
        ("confirmed", 2, Standing.CONFIRMED),
    ],
)
def test_a_group_is_derived(verdict: str | None, confirmed: int, standing: Standing) -> None:
    assert standing_of(verdict, Tally(confirmed=confirmed)) is standing


@given(st.lists(st.sampled_from(VERDICTS)))
def test_every_verdict_counts_once(verdicts: list[str | None]) -> None:
    tally = tally_of(verdicts)
    assert tally.judged == sum(verdict is not None for verdict in verdicts)


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_interval_holds_the_share_and_narrows(confirmed: int, rejected: int) -> None:
    share = Share(confirmed, rejected, 3)
    if not share.clear:
        assert share.precision is None
        assert share.interval is None
        return
    assert share.interval is not None
    assert share.precision is not None
    low, high = share.interval
    assert 0 <= low <= share.precision <= high <= 1
    more = Share(10 * confirmed, 10 * rejected, 0).interval
    assert more is not None
    assert more[1] - more[0] < high - low


def test_the_interval_is_wilsons() -> None:
    """9 of 10: 0.596 to 0.982 (Newcombe, Stat. Med. 17, 1998, method 3)."""
    assert Share(9, 1, 0).interval == pytest.approx((0.5958, 0.9821), abs=5e-4)


def test_unsure_verdicts_say_nothing_of_precision() -> None:
    rows = [
        Judged("pharmacy", True, "confirmed", 0.1),
        Judged("pharmacy", True, "rejected", 0.3),
        Judged("pharmacy", True, "unsure", 0.9),
    ]
    share = share_of(rows)
    assert (share.confirmed, share.rejected, share.unsure, share.precision) == (1, 1, 1, 0.5)
    assert promised(rows) == pytest.approx(0.8)

"""A proposed measure is heard by who may decide it, its answer by who proposed it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from casework.actors import Mandate, Principal, Role
from casework.commands import measures as m
from casework.measures.eyes import waits_for
from casework.notices.tell import hears, told

STREAM = "measures:institution:H34162300001"
SUBJECT = {"subject_kind": m.SubjectKind.INSTITUTION, "subject_key": "H34162300001"}


def proposed(**given: Any) -> m.ProposeMeasure:
    values: dict[str, Any] = {
        "subject_name": "云溪县人民医院", "term": "payment-share-50", "document_no": "1号",
        "reasons": "多次违约", "months": 3,
    }  # fmt: skip
    return m.ProposeMeasure(**SUBJECT, **(values | given))


def deciding(measure_id: str, *, approve: bool = True, reasons: str = "") -> m.DecideMeasure:
    return m.DecideMeasure(**SUBJECT, measure_id=measure_id, approve=approve, reasons=reasons)


def heard(bureau: Any, stream: str = STREAM) -> set[str]:
    """Who hears of the latest event."""
    state, events = bureau.state(stream), bureau.streams[stream]
    return {
        name
        for one in told(state, events[-1:])
        for name, who in bureau.people.items()
        if hears(state, one, who, bureau.at)
    }


def test_a_proposal_is_heard_by_who_may_decide_it(bureau: Any) -> None:
    bureau.do("agency", proposed())
    assert heard(bureau) == {"chief"}


def test_stopping_settlement_waits_for_the_head_alone(bureau: Any) -> None:
    bureau.do("ins1", proposed(term="tiaoli-30-refusal", months=0))
    assert heard(bureau) == {"head"}


def test_the_proposer_hears_the_answer(bureau: Any) -> None:
    for approve in (False, True):
        bureau.do("ins1", proposed())
        found = bureau.state(STREAM).measures[-1].measure_id
        bureau.hear(proposed(), found)
        bureau.do("chief", deciding(found, approve=approve, reasons="证据不足"))
        assert "ins1" in heard(bureau), approve
        assert "ins2" not in heard(bureau), approve


def test_it_waits_neither_for_its_proposer_nor_once_it_is_decided(bureau: Any) -> None:
    bureau.do("agency", proposed())
    (one,) = bureau.state(STREAM).measures
    chief, ins = bureau.people["chief"], bureau.people["ins1"]
    assert waits_for(one, chief, bureau.at)
    assert not waits_for(one, bureau.people["sup"], bureau.at)
    assert not waits_for(one, ins, bureau.at)
    assert not waits_for(one, replace(chief, person=one.by.person), bureau.at)
    lent = Mandate(
        Principal("chief", "p-chief", "CHIEF", "d1"), frozenset({Role.AGENCY_HEAD}),
        frozenset({"DecideMeasure"}), bureau.at, bureau.at + timedelta(days=1),
    )  # fmt: skip
    assert waits_for(one, replace(ins, mandates=(lent,)), bureau.at)
    assert not waits_for(one, replace(ins, mandates=(lent,)), bureau.at + timedelta(days=2))
    bureau.hear(proposed(), one.measure_id)
    bureau.do("chief", deciding(one.measure_id))
    assert not waits_for(bureau.state(STREAM).measures[0], bureau.people["chief"], bureau.at)


def test_a_signature_lent_does_not_stop_settlement(bureau: Any) -> None:
    bureau.do("agency", proposed(term="tiaoli-30-refusal", months=0))
    one = bureau.state(STREAM).measures[-1]
    assert one.kind is m.MeasureType.STOP_SETTLEMENT
    sup = bureau.people["sup"]
    lent = Mandate(
        Principal("head", "p-head", "HEAD", "d1"), frozenset({Role.HEAD}),
        frozenset({"DecideMeasure", "StopSettlement"}), bureau.at, bureau.at + timedelta(days=1),
    )  # fmt: skip
    assert not waits_for(one, replace(sup, mandates=(lent,)), bureau.at)

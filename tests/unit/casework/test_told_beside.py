"""Who hears of a delegation, an absence and a doctor's suspension; what a conversion says beforehand."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.agreement.converted import foreseen
from casework.commands import case as c
from casework.commands.delegation import (
    DelegateSignature,
    EndAbsence,
    EndDelegation,
    RecordAbsence,
)
from casework.commands.measures import SubjectKind
from casework.decide import next_actions
from casework.delegation.state import STREAM
from casework.measures.state import key_of
from casework.notices.rows import To
from casework.notices.tell import Told, hears, told
from casework.waits import waits_for
from tests.unit.casework.test_agreement_path import deduct
from tests.unit.casework.test_handling_remedies import handled
from tests.unit.casework.test_ledger import HOSPITAL


def heard(bureau: Any, stream: str = STREAM) -> tuple[Told, list[str]]:
    """What the last event of a stream tells, and who hears it."""
    state = bureau.state(stream)
    (one,) = told(state, bureau.streams[stream][-1:])
    who = [name for name, person in bureau.people.items() if hears(state, one, person, bureau.at)]
    return one, who


def test_a_deputy_hears_what_was_lent_to_him_and_taken_back(bureau: Any) -> None:
    lent = DelegateSignature(
        deputy="sup", acts=("AssignOfficers",), starts_at=bureau.at,
        ends_at=bureau.at + timedelta(days=3), reason="出差",
    )  # fmt: skip
    bureau.do("head", lent)
    one, who = heard(bureau)
    assert (one.detail, who) == ("出差", ["sup"])
    bureau.do("head", EndDelegation(delegation_id="W1", reason="已返回"))
    assert heard(bureau)[1] == ["sup"]


def test_a_stand_in_hears_and_so_does_whoever_is_away_when_another_said_it(bureau: Any) -> None:
    away = RecordAbsence(
        login="ins1", stand_in="ins2", starts_on=bureau.today, ends_on=bureau.today, reason="病假"
    )
    bureau.do("sup", away)
    assert heard(bureau)[1] == ["ins1", "ins2"]
    bureau.do("ins1", EndAbsence(absence_id="V1", reason="已返回"))
    assert heard(bureau)[1] == ["ins2"]


def test_the_institution_of_a_suspended_doctor_hears_and_no_other(bureau: Any) -> None:
    stream = f"measures:{key_of(SubjectKind.DOCTOR, 'D1')}"
    bureau.imposes(stream, "tiaoli-13-person", 3)
    state = bureau.state(stream)
    (one,) = told(state, [e for e in bureau.streams[stream] if e.type == "MeasureImposed"])
    assert To.PLACES in one.to
    # The store finds where he practises: his file says so.
    at_home = replace(one, places=frozenset({HOSPITAL}))
    elsewhere = replace(one, places=frozenset({"H00000000001"}))
    office = bureau.people["office"]
    assert hears(state, at_home, office, bureau.at)
    assert not hears(state, elsewhere, office, bureau.at)


@pytest.mark.parametrize("recovered", ["0.00", "1000.00"])
def test_what_a_conversion_takes_ends_and_does_not_recover_twice(
    bureau: Any, recovered: str
) -> None:
    no = handled(bureau)
    if Decimal(recovered):
        deduct(bureau, no, recovered)
    said = " ".join(one.zh for one in foreseen(bureau.state(f"case:{no}")))
    left = Decimal("4113.00") - Decimal(recovered)
    assert f"尚未退回的基金 {left:,} 元" in said
    assert "协议处理到此结束" in said
    assert "违约金 500.00 元不再收取" in said
    assert ("不再重复追回" in said) is bool(Decimal(recovered))


def test_deciding_is_offered_once_the_leaders_discussed_what_they_have_to(bureau: Any) -> None:
    no = bureau.noticed(months=6)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻"))
    bureau.wait(14)
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    case = bureau.state(f"case:{no}")
    offers = {one.name: one for one in next_actions(case, bureau.people["head"], bureau.at)}
    assert "DecideCase" not in offers
    assert offers["DiscussCase"].primary
    assert waits_for(case, bureau.at).roles
    # It is still refused with the words that name the discussion, not hidden from who asks anyway.
    fine = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1")
    assert bureau.refused("head", fine) == "DISCUSSION_MISSING"

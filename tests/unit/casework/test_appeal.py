"""What a court of first instance said is not in force while the party may appeal (行政诉讼法 85)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casework.actors import BEAT
from casework.cases.collect import suit_ends
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import Clock, deadlines
from casework.clocks.periods import foreseen
from casework.commands import case as c
from casework.commands.clocks import MarkDeadlines
from tests.unit.casework.test_execution import outcome, remedy, served
from tests.unit.casework.test_handling_remedies import ended, filed, handled

JUDGMENT, RULING, FINAL = c.Instance

UPHELD = c.RemedyOutcome.UPHELD


def sued(bureau: Any) -> str:
    """A fine is overdue and pressed for; then the party sues."""
    no: str = served(bureau)
    bureau.wait(20)
    bureau.issue(no, "pressing")
    bureau.do("ins1", c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    bureau.wait(20)
    bureau.do("legal", remedy(bureau, c.RemedyKind.SUIT))
    bureau.wait(30)
    return no


def clocks(bureau: Any, no: str) -> dict[str, Any]:
    return {d.id: d for d in deadlines(bureau.streams[f"case:{no}"], bureau.at)}


COURT = c.ApplyToCourt(case_no="C1", court="云溪县人民法院", document_no="强1号")


@pytest.mark.parametrize(("instance", "row", "days"), [(JUDGMENT, "appeal_judgment", 15), (RULING, "appeal_ruling", 10)])  # fmt: skip
def test_the_court_is_not_asked_before_the_time_to_appeal_is_over(
    bureau: Any, instance: c.Instance, row: str, days: int
) -> None:
    no = sued(bureau)
    bureau.wait(5)
    received = bureau.today - timedelta(days=2)
    said = replace(
        outcome(bureau, UPHELD), decided_on=received - timedelta(days=1), received_on=received,
        instance=instance,
    )  # fmt: skip
    bureau.do("legal", said)
    ends = foreseen(row, received)
    assert local_date(ends) >= received + timedelta(days=days)
    assert suit_ends(bureau.state(f"case:{no}")) == ends
    assert clocks(bureau, no)[row].due == ends
    assert "court_application_after_suit" not in clocks(bureau, no)
    bureau.wait(1)
    assert bureau.refused("head", COURT) == "PERIOD_RUNNING"
    bureau.at = ends + timedelta(minutes=1)
    # Its three months run from the end of the time to appeal.
    bureau.do(BEAT, MarkDeadlines(stream=f"case:{no}"))
    assert clocks(bureau, no)["court_application"].started_at == ends
    assert bureau.do("head", COURT) == ["CourtApplied"]


def test_an_appeal_keeps_the_matter_from_the_court_until_it_is_over(bureau: Any) -> None:
    no = sued(bureau)
    bureau.do("legal", replace(outcome(bureau, UPHELD), instance=JUDGMENT))
    bureau.wait(3)
    appeal = replace(remedy(bureau, c.RemedyKind.SUIT), document_no="上1号")
    bureau.do("legal", appeal)
    assert clocks(bureau, no)["appeal_judgment"].clock is Clock.MET
    bureau.wait(60)
    assert bureau.refused("head", COURT) == "STEP_MISSING"
    second = replace(outcome(bureau, UPHELD), remedy_id="F2", instance=FINAL)
    bureau.do("legal", second)
    assert "court_application_after_suit" in clocks(bureau, no)
    bureau.wait(1)
    assert bureau.do("head", COURT) == ["CourtApplied"]


def test_of_a_suit_it_is_told_whether_its_outcome_is_in_force(bureau: Any) -> None:
    sued(bureau)
    assert bureau.refused("legal", outcome(bureau, UPHELD)) == "FIELD_REQUIRED"


@pytest.mark.parametrize("said", ["annulled", "changed", "unlawful", "remade"])
def test_what_may_be_appealed_changes_no_decision(bureau: Any, said: str) -> None:
    no = sued(bureau)
    lower = outcome(bureau, c.RemedyOutcome(said), "4113.00" if said == "changed" else None)
    assert bureau.refused("legal", replace(lower, instance=JUDGMENT)) == "BAD_VALUE"
    # It is still with the courts.
    assert bureau.refused("head", COURT) == "STEP_MISSING"
    assert bureau.do("legal", replace(lower, instance=FINAL))[0] == "RemedyClosed"
    assert bureau.state(f"case:{no}").remedies[0].outcome == said


def test_a_suit_that_is_withdrawn_is_over(bureau: Any) -> None:
    no = sued(bureau)
    bureau.do("legal", outcome(bureau, c.RemedyOutcome.WITHDRAWN))
    assert bureau.state(f"case:{no}").remedies[0].instance == FINAL
    assert "court_application_after_suit" in clocks(bureau, no)


def test_an_outcome_told_before_that_was_asked_is_as_it_was(bureau: Any) -> None:
    no = sued(bureau)
    bureau.do("legal", replace(outcome(bureau, UPHELD), instance=FINAL))
    chain = bureau.streams[f"case:{no}"]
    data = {key: value for key, value in chain[-1].data.items() if key != "instance"}
    chain[-1] = replace(chain[-1], data=data)
    assert local_date(suit_ends(bureau.state(f"case:{no}"))) == date(2026, 5, 11)
    assert "court_application_after_suit" in clocks(bureau, no)


def test_an_institution_may_appeal_of_a_handling(bureau: Any) -> None:
    no = handled(bureau)
    filed(bureau, no, c.RemedyKind.SUIT)
    bureau.wait(20)
    bureau.do("legal", ended(bureau, no, UPHELD, instance=JUDGMENT))
    found = clocks(bureau, no)
    assert local_date(found["handling_appeal"].due) >= bureau.today + timedelta(days=15)
    # The three months to apply to the court are a penalty's.
    assert not found.keys() & {"appeal_judgment", "court_application_after_suit"}
    assert suit_ends(bureau.state(f"case:{no}")) == found["handling_appeal"].due

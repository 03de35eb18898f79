"""What the investigation finds of the conduct's days chooses law and limitation (处罚法 36, 37)."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.differences import story
from casework.cases.fold import fold_case
from casework.cases.limitation import limitation_ends
from casework.commands import agreement as a
from casework.commands import case as c
from casework.law.worksheet import draw

HOSPITAL = "H34162300001"


def correction(no: str, begins: date, ends: date, reasons: str = "明细所示") -> c.CorrectConduct:
    return c.CorrectConduct(case_no=no, conduct_from=begins, conduct_to=ends, reasons=reasons)


def late_line(bureau: Any, on: date = date(2026, 5, 20)) -> str:
    """A case of conduct "to 2025-12-20", with a confirmed line of a later day."""
    bureau.at = datetime(2026, 6, 1, 2, tzinfo=UTC)
    no: str = bureau.investigated()
    line = c.AddLine(
        case_no=no, bill="B1", title="x", fixmedins_code=HOSPITAL, amount=Decimal(100),
        inside_policy=Decimal(100), on=on,
    )  # fmt: skip
    bureau.do("ins1", line)
    bureau.confirm(no)
    return no


def worksheet(no: str) -> c.DrawWorksheet:
    return c.DrawWorksheet(
        case_no=no, article_id="tiaoli-38-1", multiple=Decimal("1.5"), reasons="x"
    )


def test_a_line_after_the_conduct_bears_no_worksheet_and_no_report(bureau: Any) -> None:
    no = late_line(bureau)
    parts = dict.fromkeys(("party", "measures", "facts", "evidence", "law", "proposal"), "x")
    report = c.WriteReport(case_no=no, **parts)
    assert bureau.refused("ins1", worksheet(no)) == "LINES_OUTSIDE_PERIOD"
    assert bureau.refused("ins1", report) == "LINES_OUTSIDE_PERIOD"
    assert bureau.refused("ins1", bureau.proposal(no, "1.5")) == "LINES_OUTSIDE_PERIOD"
    assert bureau.do(
        "ins1", correction(no, date(2025, 1, 10), date(2026, 5, 20))
    ) == ["ConductCorrected"]  # fmt: skip
    assert bureau.do("ins1", report) == ["ReportWritten"]
    assert bureau.do("ins1", worksheet(no)) == ["WorksheetDrawn"]
    case = bureau.state(f"case:{no}")
    assert case.worksheets[-1].basis.conduct_to == date(2026, 5, 20)
    # The conduct now ends under the 细则 (from 2026-04-01), and that is the law of its end.
    told = draw(case.worksheets[-1].basis).steps
    assert any("2026-05-20" in step.zh for step in told)
    assert not any("2025-12-20" in step.zh for step in told)


def test_a_line_that_is_rejected_says_nothing_of_the_conduct(bureau: Any) -> None:
    no = late_line(bureau)
    out = c.JudgeLines(
        case_no=no, verdict=c.LineVerdict.REJECTED, line_ids=("B1",), reasons="不属本案行为"
    )
    bureau.do("ins1", out)
    assert bureau.do("ins1", worksheet(no)) == ["WorksheetDrawn"]


def test_the_difference_is_told_and_old_chains_fold_as_they_did(bureau: Any) -> None:
    no = bureau.investigated()
    chain = bureau.streams[f"case:{no}"]
    assert bureau.state(f"case:{no}").conduct_to == date(2025, 12, 20)
    bureau.do("ins1", correction(no, date(2025, 2, 1), date(2025, 11, 30)))
    event = chain[-1]
    assert event.data["former_to"] == "2025-12-20"
    assert event.data["limitation_ends"] == limitation_ends(date(2025, 11, 30), False).isoformat()
    changes = story(no, chain).changes[event.seq]
    assert [(one.name.zh, one.before.zh, one.after.zh) for one in changes] == [
        ("行为期间", "2025-01-10 至 2025-12-20", "2025-02-01 至 2025-11-30")
    ]
    assert fold_case(no, chain[:-1]).conduct_to == date(2025, 12, 20)


@pytest.mark.parametrize(
    ("begins", "ends", "code"),
    [
        (date(2025, 5, 1), date(2025, 4, 1), "DATE_ORDER"),
        (date(2025, 5, 1), date(2027, 4, 1), "DATE_ORDER"),
        (date(2025, 1, 10), date(2025, 12, 20), "ALREADY_DONE"),
        # Two years after it ended the bureau had not discovered it yet.
        (date(2022, 1, 1), date(2023, 1, 1), "LIMITATION_OVER"),
    ],
)
def test_what_no_correction_can_say(bureau: Any, begins: date, ends: date, code: str) -> None:
    no = bureau.investigated()
    assert bureau.refused("ins1", correction(no, begins, ends)) == code


def test_the_longer_term_that_was_claimed_at_the_filing_still_counts(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.file(no, harmful_result=True)
    assert bureau.do("ins1", correction(no, date(2022, 1, 1), date(2023, 1, 1)))


def test_who_corrects_and_until_when(bureau: Any) -> None:
    no = bureau.proposed()
    new = correction(no, date(2025, 1, 10), date(2025, 11, 30))
    assert bureau.refused("ins1", new) == "PROPOSAL_PENDING"
    returned = c.ReviewProposal(
        case_no=no, proposal_id="P1", outcome=c.Outcome.RETURNED, reasons="日期有误"
    )
    bureau.do("sup", returned)
    assert bureau.refused("ins3", new) == "NOT_AN_OFFICER"
    assert bureau.refused("ins1", correction(no, new.conduct_from, new.conduct_to, " ")) == (
        "FIELD_REQUIRED"
    )
    assert bureau.do("ins1", new) == ["ConductCorrected"]
    # The worksheet of the earlier end gives no proposal any more.
    old = bureau.state(f"case:{no}").worksheets[-1].worksheet_id
    again = c.ProposePenalty(
        case_no=no, article_id="tiaoli-38-1", base_loss=Decimal("4113.00"), multiple=Decimal("2"),
        reasons="x", worksheet_id=old,
    )  # fmt: skip
    assert bureau.refused("ins1", again) == "CONDUCT_CORRECTED"
    bureau.do("ins1", bureau.proposal(no))
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P2", outcome=c.Outcome.APPROVED))
    bureau.told(no)
    assert bureau.refused("ins1", new) == "ILLEGAL_MOVE"


def test_the_agency_corrects_what_it_handles(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    new = correction(no, date(2025, 1, 10), date(2025, 11, 30))
    assert bureau.do("agency", new) == ["ConductCorrected"]
    recovery = a.Measure(a.MeasureKind.RECOVERY, Decimal("4113.00"), clause="x")
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=(recovery,), reasons="r"))
    bureau.handling_told(no)
    assert bureau.refused("agency", new) == "ILLEGAL_MOVE"

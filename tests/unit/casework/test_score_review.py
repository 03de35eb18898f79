"""A changed decision: the scores that rest on it wait for an answer, and then all is recomputed."""

from datetime import date
from decimal import Decimal
from typing import Any

from casework.actors import BEAT
from casework.commands import case as c
from casework.commands import points as p
from casework.commands.clocks import MarkDeadlines
from casework.decide import next_actions
from casework.notices.tell import hears, told
from casework.points.consequences import of_files
from casework.points.entry import acts_of
from casework.points.standing import Status, standing, totals

FILE = "points:D1"


def appealed(bureau: Any, *, points: int = 6, before: int = 4) -> str:
    """A decision with a score of it beside one of before, and a review that was accepted."""
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    former = p.Basis(p.BasisKind.DOCUMENT, "云医保处〔2026〕3号", date(2026, 1, 5), "云溪县医保局")
    bureau.do("agency", score(before, "out_of_scope", former))
    bureau.do("agency", score(points, "tiaoli_38_39", p.Basis(p.BasisKind.CASE, no, date.min)))
    bureau.do(
        "legal",
        c.RecordRemedy(
            case_no=no, kind=c.RemedyKind.REVIEW, body="云溪县人民政府", filed_on=bureau.today,
            document_no="复1号",
        ),
    )  # fmt: skip
    return str(no)


def score(points: int, act: str, basis: p.Basis) -> p.RecordScore:
    return p.RecordScore(
        prac_psn_code="D1",
        prac_psn_name="李医生",
        fixmedins_code="H34162300001",
        act=act,
        responsibility=p.Responsibility.PRIMARY,
        points=points,
        conduct_on=date(2025, 6, 1),
        conduct_to=date(2025, 6, 1),
        basis=basis,
        reasons="主要责任",
        departure="依本局裁量说明",
        day_departure="本人责任期间至此",
    )


def closing(bureau: Any, no: str, outcome: c.RemedyOutcome, fine: str | None) -> c.CloseRemedy:
    return c.CloseRemedy(
        case_no=no,
        remedy_id="F1",
        outcome=outcome,
        document_no="复决1号",
        decided_on=bureau.today,
        reasons="部分项目有治疗记录",
        fine=Decimal(fine) if fine else None,
    )


def review(outcome: p.ScoreReviewOutcome, **more: Any) -> p.ReviewScore:
    return p.ReviewScore(
        prac_psn_code="D1", entry_id="S2", outcome=outcome, reasons="责任减轻", **more
    )


def test_a_changed_decision_asks_for_a_review_of_its_scores(bureau: Any) -> None:
    no = appealed(bureau)
    early = review(p.ScoreReviewOutcome.UPHELD)
    assert bureau.refused("chief", early) == "STEP_MISSING"
    events = bureau.do("legal", closing(bureau, no, c.RemedyOutcome.CHANGED, "4113.00"))
    assert events == ["RemedyClosed", "DecisionChanged", "ScoreReviewDue"]
    file = bureau.state(FILE)
    other, own = file.entries
    assert other.review_due is None
    assert (own.review_due.case_no, own.review_due.fine) == (no, Decimal("4113.00"))
    # Nothing is lowered by itself, and who recorded the score does not answer for it.
    assert totals(file)[bureau.today.year] == 10
    assert bureau.refused(bureau.promoted("agency"), early) == "FOUR_EYES"
    for person, first in (("chief", True), ("sup", True), ("agency", False), ("ins1", False)):
        actor = bureau.people[person]
        offered = [one.name for one in next_actions(file, actor, bureau.at) if one.primary]
        assert (offered == ["ReviewScore"]) is first, person
        assert ("ReviewScore" in acts_of(own, actor, bureau.at)) is (
            person in ("chief", "sup", "ins1")
        )
    notice = told(file, bureau.streams[FILE][-1:])[0]
    hearers = [n for n, a in bureau.people.items() if hears(file, notice, a, bureau.at)]
    assert set(hearers) == {"agency", "agency2", "chief", "sup", "doc", "office", "party"}


def test_a_correction_recomputes_the_standing_and_never_aggravates(bureau: Any) -> None:
    no = appealed(bureau)
    bureau.do("legal", closing(bureau, no, c.RemedyOutcome.CHANGED, "4113.00"))
    assert standing(bureau.state(FILE), bureau.today).status is Status.SUSPENDED
    changed = p.ScoreReviewOutcome.CHANGED
    for bad, code in (
        ({}, "BAD_VALUE"),
        ({"points": 7}, "OUTSIDE_SCORE_BAND"),
        ({"points": 3}, "OUTSIDE_SCORE_BAND"),
        ({"act": "none", "points": 4}, "UNKNOWN_ACT"),
        ({"act": "tiaoli_40", "points": 10}, "BAD_VALUE"),
    ):
        assert bureau.refused("chief", review(changed, **bad)) == code, bad
    lower = review(changed, act="agreement_breach", points=3)
    assert bureau.do("chief", lower) == ["ScoreReviewed"]
    file = bureau.state(FILE)
    entry = file.entry("S2")
    assert (entry.act, entry.points, entry.original_points) == ("agreement_breach", 3, 6)
    assert (entry.reviews[0].outcome, entry.reviews[0].by.account) == ("changed", "chief")
    assert standing(file, bureau.today).status is Status.NORMAL
    assert bureau.refused("sup", lower) == "STEP_MISSING"


def test_a_score_may_stand_as_it_was_with_reasons(bureau: Any) -> None:
    no = appealed(bureau)
    bureau.do("legal", closing(bureau, no, c.RemedyOutcome.CHANGED, "4113.00"))
    bureau.do("sup", review(p.ScoreReviewOutcome.UPHELD))
    entry = bureau.state(FILE).entry("S2")
    assert (entry.points, entry.review_due, entry.reviews[0].reasons) == (6, None, "责任减轻")
    assert standing(bureau.state(FILE), bureau.today).status is Status.SUSPENDED


def test_an_annulled_score_waits_for_nobody(bureau: Any) -> None:
    no = appealed(bureau)
    bureau.do("legal", closing(bureau, no, c.RemedyOutcome.CHANGED, "4113.00"))
    bureau.do("head", p.AnnulScore(prac_psn_code="D1", entry_id="S2", document_no="1", reasons="x"))
    assert bureau.state(FILE).entry("S2").review_due is None
    assert bureau.refused("chief", review(p.ScoreReviewOutcome.UPHELD)) == "STEP_MISSING"


def test_what_follows_for_the_doctors_is_known_before_the_case_is_touched(bureau: Any) -> None:
    no = appealed(bureau)
    file = bureau.state(FILE)

    def kinds(outcome: c.RemedyOutcome, fine: str | None = None) -> list[str]:
        events = bureau.would("legal", closing(bureau, no, outcome, fine))
        drafts = [(one.stream, one.type, one.data) for one in events]
        return [one.kind for _, told in of_files([file], drafts, bureau.at) for one in told]

    assert kinds(c.RemedyOutcome.ANNULLED) == ["total", "sanction_gone", "status", "settle"]
    assert kinds(c.RemedyOutcome.CHANGED, "4113.00") == ["review"]
    assert kinds(c.RemedyOutcome.UPHELD) == []


def of_before(bureau: Any) -> str:
    """A change of the decision as it was written before it asked for a review of its scores."""
    no = appealed(bureau)
    bureau.do("legal", closing(bureau, no, c.RemedyOutcome.CHANGED, "4113.00"))
    assert bureau.streams[FILE].pop().type == "ScoreReviewDue"
    return no


def test_a_change_of_before_is_asked_about_once_by_the_beat(bureau: Any) -> None:
    no = of_before(bureau)
    assert bureau.state(FILE).entry("S2").review_due is None
    assert bureau.refused("ins1", MarkDeadlines(stream=FILE)) == "NOT_YOURS"
    assert bureau.do(BEAT, MarkDeadlines(stream=FILE)) == ["ScoreReviewDue"]
    due = bureau.state(FILE).entry("S2").review_due
    assert (due.case_no, due.document_no, due.fine) == (no, "复决1号", Decimal("4113.00"))
    assert due.fine_before > due.fine
    # Neither while it waits nor once it is answered.
    assert bureau.do(BEAT, MarkDeadlines(stream=FILE)) == []
    bureau.do("sup", review(p.ScoreReviewOutcome.UPHELD))
    assert bureau.do(BEAT, MarkDeadlines(stream=FILE)) == []


def test_the_beat_asks_nothing_that_the_change_itself_asked(bureau: Any) -> None:
    no = appealed(bureau)
    bureau.do("legal", closing(bureau, no, c.RemedyOutcome.CHANGED, "4113.00"))
    assert bureau.do(BEAT, MarkDeadlines(stream=FILE)) == []


def test_nor_of_a_score_that_fell_or_was_recorded_since(bureau: Any) -> None:
    no = of_before(bureau)
    bureau.do("head", p.AnnulScore(prac_psn_code="D1", entry_id="S2", document_no="1", reasons="x"))
    bureau.do("agency", score(4, "tiaoli_38_39", p.Basis(p.BasisKind.CASE, no, date.min)))
    assert bureau.state(FILE).entry("S3").counts
    assert bureau.do(BEAT, MarkDeadlines(stream=FILE)) == []

"""A score's act has to fit the decision, a repetition its year, and unusual points a reason."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands import points as p
from casework.law.rows import articles
from casework.points.fold import fold_points
from casework.points.rules import rule_sets
from casework.points.standing import standing
from casework.refusal import Refusal
from tests.unit.casework.test_points_path import score

FILE = "points:D1"


def decided(bureau: Any) -> p.Basis:
    """A penalty by article 38, in effect."""
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    assert bureau.state(f"case:{no}").decision.article_id.startswith("tiaoli-38")
    return p.Basis(p.BasisKind.CASE, no, date.min)


def on(basis: p.Basis, points: int, act: str, **more: Any) -> p.RecordScore:
    return replace(score(points, act, date(2025, 6, 1), date.min, **more), basis=basis)


def test_the_act_has_to_fit_the_article_of_the_decision(bureau: Any) -> None:
    basis = decided(bureau)
    fraud = on(basis, 12, "tiaoli_40")
    with pytest.raises(Refusal) as refused:
        bureau.would("agency", fraud)
    assert refused.value.code == "ACT_NOT_ON_DECISION"
    # The refusal names what does rest on this decision.
    assert "第三十八条或第三十九条" in str(refused.value)
    assert bureau.refused("agency", on(basis, 3, "agreement_breach")) == "ACT_NOT_ON_DECISION"
    assert bureau.do("agency", on(basis, 6, "tiaoli_38_39")) == ["ScoreRecorded", "ScoreLinked"]


def test_an_act_without_grounds_of_its_own_rests_on_any_decision(bureau: Any) -> None:
    basis = decided(bureau)
    assert "ScoreRecorded" in bureau.do("agency", on(basis, 6, "out_of_scope"))


def test_a_repetition_needs_an_earlier_score_of_the_year(bureau: Any) -> None:
    again = score(9, "repeated", date(2025, 6, 1), date(2026, 2, 2))
    assert bureau.refused("agency", again) == "NOT_REPEATED"
    bureau.do("agency", score(6, "out_of_scope", date(2025, 3, 1), date(2025, 12, 1)))
    # Points of the year before were cleared with it.
    assert bureau.refused("agency", again) == "NOT_REPEATED"
    first = score(6, "out_of_scope", date(2025, 3, 1), date(2026, 2, 1))
    bureau.do("agency", replace(first, basis=replace(first.basis, reference="9号")))
    assert "ScoreRecorded" in bureau.do("agency", again)


@pytest.mark.parametrize(
    ("share", "usual"),
    [
        (p.Responsibility.GENERAL, 4),
        (p.Responsibility.IMPORTANT, 5),
        (p.Responsibility.PRIMARY, 6),
    ],
)
def test_points_follow_the_share_or_say_why_not(
    bureau: Any, share: p.Responsibility, usual: int
) -> None:
    base = replace(
        score(usual, "out_of_scope", date(2025, 3, 1), date(2026, 2, 1)),
        responsibility=share,
        departure="",
    )
    other = replace(base, points=4 if usual == 6 else 6)
    assert bureau.refused("agency", other) == "DEPARTURE_UNEXPLAINED"
    bureau.do("agency", replace(other, departure="初次且主动退回"))
    assert bureau.state(FILE).entries[0].departure == "初次且主动退回"
    second = replace(base, basis=replace(base.basis, reference="10号"), departure="不采用")
    bureau.do("agency", second)
    # Nothing departs, so nothing is to be explained.
    assert bureau.state(FILE).entries[1].departure == ""


def test_every_ground_names_an_article_or_the_agreement() -> None:
    known = {article.id for article in articles()}
    for rules in rule_sets():
        for act in rules.acts:
            for one in act.rests_on:
                fits = one.on == "agreement" or any(a.startswith(one.on) for a in known)
                assert fits, (rules.id, act.id, one.on)


@pytest.mark.parametrize("day", [date(2025, 1, 9), date(2025, 12, 21), date(2024, 6, 1)])
def test_scored_is_an_act_of_the_period_that_was_decided_on(bureau: Any, day: date) -> None:
    """The day of the conduct chooses the rules and their bans: it is not the recorder's to choose."""
    basis = decided(bureau)
    outside = replace(on(basis, 6, "tiaoli_38_39"), conduct_on=day)
    with pytest.raises(Refusal, match="2025-01-10 至 2025-12-20") as refused:
        bureau.do("agency", outside)
    assert refused.value.code == "BAD_VALUE"
    for last in (date(2025, 1, 10), date(2025, 12, 20)):
        assert bureau.would("agency", replace(outside, conduct_on=last))


def test_the_end_of_the_conduct_is_scored_or_somebody_says_why_not(bureau: Any) -> None:
    basis = decided(bureau)
    early = replace(on(basis, 6, "tiaoli_38_39"), conduct_on=date(2025, 1, 10), day_departure=" ")
    with pytest.raises(Refusal, match="2025-12-20") as refused:
        bureau.do("agency", early)
    assert refused.value.code == "DAY_UNEXPLAINED"
    assert not bureau.streams[FILE]
    bureau.do("agency", replace(early, day_departure="2025 年 1 月离职"))
    entry = bureau.state(FILE).entries[0]
    assert entry.day_departure == "2025 年 1 月离职"
    assert entry.conduct_to == date(2025, 12, 20)


def test_conduct_over_the_beginning_of_the_national_rule_is_scored_by_its_end(bureau: Any) -> None:
    """Twelve points by the county rule bring no ban: who records does not choose between the two."""
    day, end = date(2024, 12, 20), date(2025, 6, 1)
    county = replace(score(12, "tiaoli_40", day, date(2025, 12, 1)), day_departure="")
    assert bureau.refused("agency", replace(county, conduct_to=None)) == "FIELD_REQUIRED"
    assert bureau.refused("agency", replace(county, conduct_to=end)) == "DAY_UNEXPLAINED"
    later = replace(county, conduct_to=date(2024, 12, 19))
    assert bureau.refused("agency", later) == "DATE_ORDER"
    after = replace(county, conduct_on=date(2025, 12, 20), conduct_to=date(2025, 12, 20))
    assert bureau.refused("agency", after) == "DATE_ORDER"
    assert not bureau.streams[FILE]
    bureau.do("agency", replace(county, conduct_on=end, conduct_to=end))
    now = standing(bureau.state(FILE), bureau.today)
    assert now.sanction is not None
    assert now.sanction.national


def test_a_score_of_before_the_end_was_kept_still_reads(bureau: Any) -> None:
    bureau.do("agency", score(6, "out_of_scope", date(2025, 3, 1), date(2025, 12, 1)))
    event = bureau.streams[FILE][0]
    data = {k: v for k, v in event.data.items() if k not in ("conduct_to", "day_departure")}
    entry = fold_points("D1", [replace(event, data=data)]).entries[0]
    assert (entry.conduct_to, entry.day_departure) == (None, "")

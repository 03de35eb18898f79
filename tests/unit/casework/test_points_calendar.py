"""Points across New Year: totals, suspension, bans; nothing revives a banned doctor."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from casework.commands.points import Responsibility
from casework.events import GENESIS, seal
from casework.points.fold import fold_points
from casework.points.rules import rule_set_on, rule_sets, suggested
from casework.points.standing import Status, add_months, sanctions, standing, totals

AT = datetime(2030, 1, 1, tzinfo=UTC)
BY = {"account": "a", "person": "p", "name": "n"}
entries = st.lists(
    st.tuples(st.integers(1, 12), st.dates(date(2025, 1, 1), date(2027, 12, 31))), max_size=8
)


def file_of(scores: list[tuple[int, date]], voided: frozenset[int] = frozenset()) -> Any:
    events, prev = [], GENESIS
    drafts: list[tuple[str, dict[str, Any]]] = []
    for n, (points, day) in enumerate(scores, 1):
        data = {
            "entry_id": f"S{n}",
            "rule_set": "national-2025",
            "act": "tiaoli_40",
            "responsibility": "primary",
            "points": points,
            "conduct_on": day,
            "conduct_to": day,
            "counted_on": day,
            "basis": {"kind": "document", "reference": "x", "issuer": ""},
            "prac_psn_name": "n",
            "fixmedins_code": "H",
            "reasons": "x",
            "by": BY,
        }
        drafts.append(("ScoreRecorded", data))
    drafts += [("ScoreAnnulled", {"entry_id": f"S{n}", "reasons": "x", "by": BY}) for n in voided]
    for seq, (kind, data) in enumerate(drafts, 1):
        event = seal("points:D", seq, kind, data, "a", AT, prev)
        events.append(event)
        prev = event.hash
    return fold_points("D", events)


@given(entries)
def test_totals_are_per_year_and_never_negative(scores: list[tuple[int, date]]) -> None:
    plain: dict[int, int] = {}
    for points, day in scores:
        plain[day.year] = plain.get(day.year, 0) + points
    assert totals(file_of(scores)) == plain
    assert standing(file_of(scores), date(2029, 1, 1)).total == 0


@given(entries, st.dates(date(2025, 1, 1), date(2031, 12, 31)))
def test_no_new_year_revives_a_banned_doctor(scores: list[tuple[int, date]], on: date) -> None:
    file = file_of(scores)
    bans = [s for s in sanctions(file) if s.kind is Status.TERMINATED and s.starts <= on]
    now = standing(file, on)
    if any(s.until is not None and on <= s.until for s in bans):
        assert now.status is Status.TERMINATED
    elif bans:
        assert now.status is Status.AWAITING_REGISTRATION
    assert now.billable == (now.status is Status.NORMAL)


@given(entries, st.sets(st.integers(1, 8)), st.dates(date(2025, 1, 1), date(2031, 12, 31)))
def test_annulled_scores_leave_no_trace_in_the_standing(
    scores: list[tuple[int, date]], voided: set[int], on: date
) -> None:
    void = frozenset(n for n in voided if n <= len(scores))
    kept = [score for n, score in enumerate(scores, 1) if n not in void]
    with_void, without = standing(file_of(scores, void), on), standing(file_of(kept), on)
    assert (with_void.status, with_void.total, with_void.until) == (
        without.status,
        without.total,
        without.until,
    )


def test_december_and_january_do_not_add_up() -> None:
    file = file_of([(8, date(2025, 12, 31)), (8, date(2026, 1, 1))])
    assert standing(file, date(2026, 1, 2)).status is Status.NORMAL
    assert totals(file) == {2025: 8, 2026: 8}


def test_suspension_lifts_itself_after_its_months() -> None:
    file = file_of([(9, date(2025, 11, 10))])
    assert standing(file, date(2026, 1, 9)).status is Status.SUSPENDED
    assert standing(file, date(2026, 1, 10)).status is Status.NORMAL


def test_cumulative_one_year_single_three_years() -> None:
    cumulative = standing(file_of([(6, date(2025, 3, 1)), (6, date(2025, 4, 1))]), date(2025, 5, 1))
    assert str(cumulative.until) == "2026-03-31"
    single = standing(file_of([(12, date(2025, 4, 1))]), date(2025, 5, 1))
    assert str(single.until) == "2028-03-31"


def test_further_points_while_banned_do_not_begin_the_ban_anew() -> None:
    file = file_of([(10, date(2026, 1, 10)), (3, date(2026, 3, 1)), (1, date(2026, 11, 1))])
    assert str(standing(file, date(2026, 12, 1)).until) == "2027-02-28"
    assert standing(file, date(2026, 12, 1)).total == 14
    # Twelve at once is another matter, and so is another year's total.
    at_once = file_of([(10, date(2026, 1, 10)), (3, date(2026, 3, 1)), (12, date(2026, 11, 1))])
    assert str(standing(at_once, date(2026, 12, 1)).until) == "2029-10-31"
    next_year = file_of(
        [
            (12, date(2026, 6, 1)),
            (6, date(2027, 1, 5)),
            (6, date(2027, 2, 5)),
            (1, date(2027, 3, 1)),
        ]
    )
    assert [str(s.starts) for s in sanctions(next_year) if s.kind is Status.TERMINATED] == [
        "2026-06-01",
        "2027-02-05",
    ]


def test_a_total_takes_effect_when_the_last_of_its_scores_is_known() -> None:
    file = file_of([(6, date(2026, 3, 10)), (6, date(2026, 2, 1))])
    first, second = file.entries
    known_later = replace(second, starts_on=date(2026, 5, 1))
    told = sanctions(
        replace(file, entries=(replace(first, starts_on=date(2026, 3, 10)), known_later))
    )
    assert [(s.kind, s.starts) for s in told] == [(Status.TERMINATED, date(2026, 5, 1))]


def test_of_overlapping_suspensions_the_last_end_is_told() -> None:
    # Eleven points bring six months, nine of the next year two.
    file = file_of([(11, date(2026, 12, 20)), (9, date(2027, 1, 10))])
    longest = max(str(s.until) for s in sanctions(file))
    assert str(standing(file, date(2027, 2, 1)).until) == longest
    ends = date.fromisoformat(longest)
    assert standing(file, ends).status is Status.SUSPENDED
    assert standing(file, ends + timedelta(days=1)).status is Status.NORMAL


@given(entries, st.dates(date(2025, 1, 1), date(2028, 12, 31)))
def test_until_is_when_the_status_really_ends(scores: list[tuple[int, date]], on: date) -> None:
    file = file_of([score for score in scores if score[1] <= on])
    now = standing(file, on)
    if now.status is Status.SUSPENDED and now.until is not None:
        assert standing(file, now.until).status is Status.SUSPENDED
        assert standing(file, now.until + timedelta(days=1)).status is Status.NORMAL


def test_rule_sets_follow_each_other() -> None:
    assert rule_set_on(date(2024, 12, 31)).id == "local-2023"
    assert rule_set_on(date(2025, 1, 1)).id == "national-2025"
    for rules in rule_sets():
        for act in rules.acts:
            given_points = [suggested(act, r) for r in Responsibility]
            assert given_points == sorted(given_points)
            assert act.min <= given_points[0] <= given_points[-1] <= act.max


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
def test_months(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1

"""Which case answers for which fees of a barred doctor: by span, under old keys, after it closed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from graph.points.barred import BarredLine, BarredSpan
from graph.points.barred_leads import Lead, LeadCase, leads_of, rows_of
from graph.points.barred_lines import findings_of


def line(number: str, day: date, yuan: int, visit: str = "") -> BarredLine:
    amount = Decimal(yuan)
    return BarredLine(visit or f"M{number}", number, day, amount, amount)


MARCH, MAY, JUNE = date(2025, 3, 12), date(2025, 5, 2), date(2026, 6, 1)
FIRST = BarredSpan("D1", "李", "H1", "suspended", date(2025, 3, 10), (line("1", MARCH, 15),))
SECOND = BarredSpan("D1", "李", "H1", "suspended", date(2026, 5, 20), (line("2", JUNE, 50000),))
OPEN = LeadCase("C1", True, MARCH, MARCH)


def new(leads: tuple[Lead, ...]) -> list[str]:
    return [one.line_id for lead in leads if not lead.cases for one in lead.span.lines]


def test_a_later_suspension_is_a_suspicion_of_its_own() -> None:
    leads = leads_of([FIRST, SECOND], {FIRST.key(): ("C1",)}, {"C1": OPEN})
    assert new(leads) == ["M2/2"]
    closed = replace(OPEN, is_open=False, listed=frozenset({"M1/1"}))
    assert new(leads_of([FIRST, SECOND], {FIRST.key(): ("C1",)}, {"C1": closed})) == ["M2/2"]
    assert FIRST.key() != SECOND.key()


def test_a_late_older_delivery_is_the_same_suspicion() -> None:
    late = replace(FIRST, lines=(line("0", date(2025, 3, 10), 8), *FIRST.lines))
    leads = leads_of([late], {FIRST.key(): ("C1",)}, {"C1": OPEN})
    assert [lead.key for lead in leads] == [FIRST.key()]
    (found,) = findings_of([FIRST.key()], leads)
    assert found.lines == (("M0", "0"), ("M1", "1"))
    assert found.amount_at_risk == Decimal(23)


def test_what_came_after_the_case_closed_is_another_lead() -> None:
    grown = replace(FIRST, lines=(*FIRST.lines, line("3", MAY, 7), line("4", MARCH, -5, "M1")))
    closed = replace(OPEN, is_open=False, listed=frozenset({"M1/1"}))
    leads = leads_of([grown], {FIRST.key(): ("C1",)}, {"C1": closed})
    # The refund is of a visit that the closed case listed: it is not taken off the new lead.
    assert new(leads) == ["M3/3"]
    assert [lead.key for lead in leads if not lead.cases] == [FIRST.key(1)]
    second = LeadCase("C2", True, MAY, MAY)
    sent = {FIRST.key(): ("C1",), FIRST.key(1): ("C2",)}
    again = leads_of([grown], sent, {"C1": closed, "C2": second})
    assert new(again) == []
    (found,) = findings_of([FIRST.key(1)], again)
    assert found.lines == (("M3", "3"),)
    assert [row.cases for row in rows_of(again)] == [("C1",), ("C2",)]


def test_a_dismissed_lead_answered_for_the_days_it_named() -> None:
    dismissed = replace(OPEN, is_open=False)
    assert new(leads_of([FIRST], {FIRST.key(): ("C1",)}, {"C1": dismissed})) == []
    grown = replace(FIRST, lines=(*FIRST.lines, line("3", MAY, 7)))
    assert new(leads_of([grown], {FIRST.key(): ("C1",)}, {"C1": dismissed})) == ["M3/3"]
    once_as_one = replace(dismissed, listed=frozenset({FIRST.key()}))
    assert new(leads_of([FIRST], {FIRST.key(): ("C1",)}, {"C1": once_as_one})) == []


def test_leads_under_old_keys_are_not_opened_again() -> None:
    old = FIRST.old_key(MARCH)
    late = replace(FIRST, lines=(line("0", date(2025, 3, 10), 8), *FIRST.lines))
    for spans in ([FIRST, SECOND], [late, SECOND]):
        leads = leads_of(spans, {old: ("C1",)}, {"C1": OPEN})
        assert new(leads) == ["M2/2"]
        (found,) = findings_of([old], leads)
        assert ("M1", "1") in found.lines
    # One that named days of both spans answers for both.
    both = {"C1": replace(OPEN, last=JUNE)}
    leads = leads_of([FIRST, SECOND], {old: ("C1",)}, both)
    assert new(leads) == []
    assert findings_of([old], leads)[0].lines == (("M1", "1"), ("M2", "2"))
    # Its first line was withdrawn meanwhile: the lead is still known by the days of its case.
    gone = replace(FIRST, lines=(line("3", MAY, 7),))
    wide = {"C1": replace(OPEN, last=MAY)}
    assert new(leads_of([gone], {old: ("C1",)}, wide)) == []


def test_other_doctors_leads_are_not_this_ones() -> None:
    other = replace(FIRST, prac_psn_code="D2")
    assert new(leads_of([other], {FIRST.key(): ("C1",)}, {"C1": OPEN})) == ["M1/1"]


def test_what_comes_to_a_case_past_its_listing_is_another_lead() -> None:
    grown = replace(FIRST, lines=(*FIRST.lines, line("3", MAY, 7)))
    past = replace(OPEN, takes=False, listed=frozenset({"M1/1"}))
    sent = {FIRST.key(): ("C1",)}
    # While it can list, the case itself takes them in.
    assert new(leads_of([grown], sent, {"C1": replace(past, takes=True)})) == []
    assert new(leads_of([grown], sent, {"C1": past})) == ["M3/3"]
    # One that listed nothing, or the sum as one line, answers for the days that it named.
    for listed in (frozenset[str](), frozenset({FIRST.key()})):
        none = replace(past, listed=listed)
        assert new(leads_of([FIRST], sent, {"C1": none})) == []
        assert new(leads_of([grown], sent, {"C1": none})) == ["M3/3"]


def test_a_case_taken_up_again_leaves_the_next_leads_lines_alone() -> None:
    grown = replace(FIRST, lines=(*FIRST.lines, line("3", MAY, 7)))
    again = replace(OPEN, listed=frozenset({"M1/1"}))
    second = LeadCase("C2", True, MAY, MAY)
    sent = {FIRST.key(): ("C1",), FIRST.key(1): ("C2",)}
    leads = leads_of([grown], sent, {"C1": again, "C2": second})
    assert [lead.key for lead in leads] == [FIRST.key(), FIRST.key(1)]
    assert findings_of([FIRST.key()], leads)[0].lines == (("M1", "1"),)
    assert findings_of([FIRST.key(1)], leads)[0].lines == (("M3", "3"),)
    # The second takes no more, the first would: what comes then is neither's.
    later = replace(grown, lines=(*grown.lines, line("4", MAY, 9)))
    shut = replace(second, takes=False, listed=frozenset({"M3/3"}))
    assert new(leads_of([later], sent, {"C1": again, "C2": shut})) == ["M4/4"]

"""The leads of 停权医师结算: which case answers for which of a barred doctor's fees, and new ones.

Each span of a doctor at an institution is one suspicion, so one lead. Once its cases take no more
lines, fees that none of them listed (a late delivery) are another.
"""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

import neo4j

from casework.actors import BUREAU, Actor, Viewer
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.judgements.state import fold_mark
from casework.lines.listing import BARRED_RULE, takes_lines
from casework.lines.state import LinesState, visit_of
from casework.measures.state import MeasuresState
from casework.points.fold import fold_points
from casework.points.parameters import STREAM, fold_bureau
from casework.points.state import PointsState
from claims.store import ClaimStore
from graph.commands import execute
from graph.events.load import load
from graph.institutions import institution_names
from graph.lines.read import folds
from graph.measures.load import PREFIX, states_of
from graph.points.barred import BarredFees, BarredLine, BarredSpan, Looked, PayableSpan, look

FILES: Final = "MATCH (f:DoctorFile) RETURN f.prac_psn_code AS code ORDER BY code"
SUSPENDED: Final = (
    "MATCH (s:Measured) WHERE s.key STARTS WITH 'doctor:' RETURN s.key AS key ORDER BY key"
)
SENT: Final = "MATCH (s:Stream) WHERE s.id STARTS WITH 'finding:barred-' RETURN s.id AS id"


@dataclass(frozen=True)
class LeadCase:
    """A case that took such a finding in: the days that it names and the lines that it listed.

    `takes`: later lines can still be listed there.
    """

    case_no: str
    is_open: bool
    first: date
    last: date
    listed: frozenset[str] = frozenset()
    takes: bool = True

    @property
    def receives(self) -> bool:
        """Whether what comes later is taken in by it."""
        return self.is_open and self.takes

    def names(self, span: BarredSpan) -> bool:
        """Whether any fee of the span is of its days."""
        return any(self.first <= line.day <= self.last for line in span.lines)

    def listed_it(self, line: BarredLine) -> bool:
        """Whether it listed the line; a refund goes with the lines of its visit."""
        refund = line.amount < 0 and any(visit_of(one) == line.mdtrt_id for one in self.listed)
        return refund or line.line_id in self.listed

    def dismissed(self, line: BarredLine) -> bool:
        """Whether it takes no more and listed no line: it answered for all fees of its days.

        So does a case that once claimed the sum as one line, of no visit.
        """
        none = not any(visit_of(one) for one in self.listed)
        return none and not self.receives and self.first <= line.day <= self.last


@dataclass(frozen=True)
class Lead:
    """One suspicion of a span under its `key`: what is left to it, and the cases it led to."""

    key: str
    span: BarredSpan
    cases: tuple[LeadCase, ...] = ()


def leads_of(
    spans: Iterable[BarredSpan],
    sent: Mapping[str, tuple[str, ...]],
    cases: Mapping[str, LeadCase],
) -> tuple[Lead, ...]:
    """Return the suspicions of the spans: those that led to cases (`sent`), then what is left.

    A lead under an old key, which named a doctor and an institution, counts for each span of which it
    names days.
    """
    whole: dict[tuple[str, str], list[BarredSpan]] = {}
    for span in spans:
        whole.setdefault((span.prac_psn_code, span.fixmedins_code), []).append(span)
    return tuple(lead for group in whole.values() for lead in _of_group(group, sent, cases))


def _of_group(
    group: list[BarredSpan],
    sent: Mapping[str, tuple[str, ...]],
    cases: Mapping[str, LeadCase],
) -> list[Lead]:
    days = {line.day for span in group for line in span.lines}
    old = {group[0].old_key(day) for day in days}
    old |= {group[0].old_key(case.first) for case in cases.values()}
    taken: list[Lead] = []
    for key in sorted(old & sent.keys()):
        known = [cases[one] for one in sent[key] if one in cases]
        for span in group:
            named = tuple(case for case in known if case.names(span))
            taken += [_left(Lead(key, span, named), taken, dismissed=False)] if named else []
    new: list[Lead] = []
    for span in group:
        own = _of_span(span, sent, cases, taken)
        standing = [lead for lead in taken if lead.span.since == span.since] + own[-1:]
        taken += own
        # What comes to a case that takes no more would wait for its end, and then be a lead: so now.
        if not any(case.receives for lead in standing for case in lead.cases):
            new.append(_left(Lead(span.key(len(own)), span), taken))
    return [*taken, *(lead for lead in new if lead.span.amount > 0)]


def _of_span(
    span: BarredSpan,
    sent: Mapping[str, tuple[str, ...]],
    cases: Mapping[str, LeadCase],
    before: Iterable[Lead],
) -> list[Lead]:
    """The leads of a span that led to cases, in their order."""
    found: list[Lead] = []
    while mine := sent.get(span.key(len(found))):
        own = tuple(cases[one] for one in mine if one in cases)
        lead = _left(Lead(span.key(len(found)), span, own), [*before, *found])
        followed = span.key(len(found) + 1) in sent
        found.append(_settled(lead) if followed else lead)
    return found


def _settled(lead: Lead) -> Lead:
    """A lead after which another was opened: a case still open answers for what it listed alone.

    Taken up again later it would else list what the other case answers for.
    """
    if not any(case.is_open for case in lead.cases):
        return lead
    lines = (one for one in lead.span.lines if any(case.listed_it(one) for case in lead.cases))
    return replace(lead, span=replace(lead.span, lines=tuple(lines)))


def _left(lead: Lead, before: Iterable[Lead], *, dismissed: bool = True) -> Lead:
    """The lead with the lines for which no case of those before it answers."""
    own = {case.case_no for case in lead.cases}
    cases = {case.case_no: case for one in before for case in one.cases}
    others = [case for number, case in cases.items() if number not in own]
    lines = tuple(
        line
        for line in lead.span.lines
        if not any(case.listed_it(line) or (dismissed and case.dismissed(line)) for case in others)
    )
    return replace(lead, span=replace(lead.span, lines=lines))


async def all_files(driver: neo4j.AsyncDriver) -> list[PointsState]:
    """Every doctor's file."""
    rows, _, _ = await driver.execute_query(FILES, routing_=neo4j.RoutingControl.READ)
    codes = [str(row["code"]) for row in rows]
    chains = await load(driver, *(f"points:{code}" for code in codes))
    return [fold_points(code, chains[f"points:{code}"]) for code in codes]


async def suspended_doctors(driver: neo4j.AsyncDriver) -> list[MeasuresState]:
    """Measures against doctors, those that are over among them."""
    rows, _, _ = await driver.execute_query(SUSPENDED, routing_=neo4j.RoutingControl.READ)
    found = await states_of(driver, (f"{PREFIX}{row['key']}" for row in rows))
    return list(found.values())


@dataclass(frozen=True)
class Found:
    """The suspicions, and the fees of barred doctors that are none."""

    leads: tuple[Lead, ...]
    payable: tuple[PayableSpan, ...]


async def find_leads(
    driver: neo4j.AsyncDriver, store: ClaimStore, at: datetime
) -> tuple[Lead, ...]:
    """The suspicions alone; see `find`."""
    return (await find(driver, store, at)).leads


async def find(driver: neo4j.AsyncDriver, store: ClaimStore, at: datetime) -> Found:
    """Look through all files, claims and leads; for the nightly audit, the desk and the terminal."""
    files, measures = await all_files(driver), await suspended_doctors(driver)
    bureau = fold_bureau((await load(driver, STREAM))[STREAM])

    def through() -> Looked:
        with store.connect() as connection:
            return look(connection, files, local_date(at), measures, bureau)

    looked = await asyncio.to_thread(through)
    leads = await _leads(driver, looked.barred) if looked.barred else ()
    return Found(leads, looked.payable)


async def _leads(driver: neo4j.AsyncDriver, spans: tuple[BarredSpan, ...]) -> tuple[Lead, ...]:
    rows, _, _ = await driver.execute_query(SENT, routing_=neo4j.RoutingControl.READ)
    chains = await load(driver, *(str(row["id"]) for row in rows))
    marks = {stream: fold_mark(stream, chain) for stream, chain in chains.items()}
    sent = {
        stream.removeprefix("finding:"): mark.cases for stream, mark in marks.items() if mark.cases
    }
    return leads_of(spans, sent, await _cases(driver, {one for of in sent.values() for one in of}))


async def _cases(driver: neo4j.AsyncDriver, numbers: Iterable[str]) -> dict[str, LeadCase]:
    wanted = sorted(numbers)
    states = await folds(driver, *(f"{kind}:{no}" for no in wanted for kind in ("case", "lines")))
    found = {}
    for no in wanted:
        case, lines = states[f"case:{no}"], states[f"lines:{no}"]
        if isinstance(case, CaseState) and case.conduct_from and case.conduct_to:
            rows = lines.lines if isinstance(lines, LinesState) else {}
            listed = frozenset(key for key, row in rows.items() if row.of.rule_id == BARRED_RULE)
            days = (case.conduct_from, case.conduct_to)
            found[no] = LeadCase(no, case.is_open, *days, listed, takes_lines(case))
    return found


@dataclass(frozen=True)
class BarredRow:
    """Barred fees of one span with the cases that they led to."""

    fees: BarredFees
    cases: tuple[str, ...]


@dataclass(frozen=True)
class BarredPage:
    """Fees of barred doctors with their leads, and those that stay payable."""

    rows: tuple[BarredRow, ...] = ()
    payable: tuple[PayableSpan, ...] = ()


async def barred_page(
    driver: neo4j.AsyncDriver, viewer: Viewer, store: ClaimStore, at: datetime
) -> BarredPage:
    """Return what the bureau sees of the fees of barred doctors; others see none."""
    if not viewer.actor.holds(*BUREAU):
        return BarredPage()
    found = await find(driver, store, at)
    return BarredPage(rows_of(found.leads), found.payable)


def rows_of(leads: Iterable[Lead]) -> tuple[BarredRow, ...]:
    """Return the suspicions that have fees; what a case took in shows that case."""
    return tuple(
        BarredRow(lead.span.fees, tuple(case.case_no for case in lead.cases))
        for lead in leads
        if lead.span.lines
    )


async def open_leads(
    driver: neo4j.AsyncDriver, found: Iterable[Lead], actor: Actor, at: datetime
) -> list[str]:
    """Register a lead for each suspicion that has none yet; returns the numbers of the new cases."""
    new = [lead for lead in found if not lead.cases]
    places = await institution_names(driver, [lead.span.fixmedins_code for lead in new])
    numbers = []
    for lead in new:
        place = places.get(lead.span.fixmedins_code, lead.span.fixmedins_code)
        events = await execute(driver, lead_on(lead.key, lead.span.fees, place), actor, at)
        numbers.append(str(events[0].data["case_no"]))
    return numbers


def lead_on(finding: str, fees: BarredFees, place: str) -> c.OpenCase:
    """The lead against the institution."""
    sentence = (
        f"医师{fees.name}（{fees.prac_psn_code}）在暂停或终止医保支付资格期间（{fees.first_day} 至 "
        f"{fees.last_day}）仍有 {fees.lines} 条费用纳入结算，合计 {fees.amount} 元，其中基金支付 {fees.fund} 元。"
    )
    sentence_en = (
        f"Doctor {fees.prac_psn_code} was suspended or terminated and still has {fees.lines} "
        f"fee lines settled from {fees.first_day} to {fees.last_day}, {fees.amount} yuan in all, "
        f"of which the fund paid {fees.fund}."
    )
    return c.OpenCase(
        title=f"{place}停权医师结算",
        source=c.Source.FINDING,
        summary=sentence,
        party=c.Party(c.PartyKind.INSTITUTION, fees.fixmedins_code, place),
        conduct_from=fees.first_day,
        conduct_to=fees.last_day,
        findings=(
            c.FindingRef(finding, BARRED_RULE, fees.fund, sentence, sentence_en=sentence_en),
        ),
        command_id=finding,
    )

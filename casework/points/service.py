"""Service of a paper of a doctor's file: the seven ways, its receipt, and a day that was entered wrongly.

Notices of scores and decisions on a restoration are served alike; what runs from them differs.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from casework.acts import Ask
from casework.clocks.calendars import local_date
from casework.clocks.periods import period_end
from casework.clocks.restated import RESTATED, anew
from casework.clocks.rows import row_on
from casework.commands.case import ServiceWay
from casework.commands.serving import FileServing
from casework.custody.enclosure import Enclosure
from casework.custody.scans import ANEW, Wanted, by_another, former, free_scan, replaced, serves
from casework.custody.state import Serves
from casework.events import Draft, Event
from casework.hands import Hand, other_eyes
from casework.law.service import way
from casework.points.state import PointsState
from casework.refusal import refuse

ANNOUNCED: Final = "announcement"
_DAY: Final = ("送达日期", "the day of service")


@dataclass(frozen=True)
class Stands:
    """The service that a file has: its day and way, who entered it, its receipt."""

    on: date
    way: str
    hand: Hand | None
    receipt: Enclosure | None


def day_served(c: FileServing, first: date, at: datetime) -> date:
    """The day given, not before `first`, or for an announcement the day on which its period ended.

    Refuses FIELD_REQUIRED where the way asks for more (民诉法 88-95; 处罚法 61 for the consent to
    electronic service), DATE_ORDER, PERIOD_RUNNING before an announcement has run its time.
    """
    row, today = way(c.way, local_date(at)), local_date(at)
    announced = c.way is ServiceWay.ANNOUNCEMENT
    asks = ("公告刊登、张贴处所", "where the announcement stood") if announced else None
    asks = asks or ((row.asks, row.asks_en) if row.asks else None)
    if asks and not c.particulars.strip():
        raise refuse("FIELD_REQUIRED", field=asks[0], field_en=asks[1])
    if row.consent and not c.consent_scan:
        raise refuse(
            "FIELD_REQUIRED",
            field="电子送达书面同意",
            field_en="the written consent to electronic service",
        )
    day = c.posted_on if announced else c.served_on
    if day is None:
        words = ("公告日期", "the day of the announcement") if announced else _DAY
        raise refuse("FIELD_REQUIRED", field=words[0], field_en=words[1])
    if not first <= day <= today:
        raise refuse(
            "DATE_ORDER",
            what="送达（公告）日期应在决定之后且不晚于今天",
            what_en="service and announcement come after the decision and not after today",
        )
    if not announced:
        return day
    ends = period_end(ANNOUNCED, day)
    if at <= ends:
        law = row_on(ANNOUNCED, day)
        raise refuse(
            "PERIOD_RUNNING", what=law.zh, what_en=law.en, until=local_date(ends).isoformat()
        )
    return local_date(ends)


def told(c: FileServing, on: date) -> dict[str, Any]:
    """What an event says of the service."""
    data: dict[str, Any] = {"way": c.way, "served_on": on, "particulars": c.particulars.strip()}
    if c.way is ServiceWay.ANNOUNCEMENT:
        data["posted_on"] = c.posted_on
    return data


def recorded(
    ask: Ask[Any, PointsState], on: date, receipt: Serves
) -> tuple[dict[str, Any], list[Draft]]:
    """A service for the first time: what its event says, and what the papers' custody chains are told."""
    by = ask.command.served_by.strip()
    data, events = first_told(ask, on, receipt, taken(ask.state))
    return {**data, **({"served_by": by} if by else {})}, events


def first_told(
    ask: Ask[Any, Any], on: date, receipt: Serves, scans: Iterable[tuple[str, Serves]]
) -> tuple[dict[str, Any], list[Draft]]:
    """The same of whatever file has a stream and `scans` of its own."""
    c, known = ask.command, tuple(scans)
    data = told(c, on)
    events: list[Draft] = []
    for name, scan, paper in (
        ("consent", c.consent_scan, consent_paper(ask.state.stream)),
        ("receipt", c.receipt_scan, receipt),
    ):
        if scan:
            data[name], more = _scan(ask, scan, Wanted(paper), known)
            events += more
    return {name: value for name, value in data.items() if value != ""}, events


def corrected(
    ask: Ask[Any, PointsState],
    stands: Stands,
    first: date,
    receipt_of: Callable[[date], Serves],
    began: Event,
) -> tuple[dict[str, Any], list[Draft]]:
    """What puts a service right, and what its papers are told; `began` is the event that told of it first.

    Refuses FOUR_EYES to whoever entered it, FIELD_REQUIRED without a receipt, ALREADY_DONE where nothing
    differs, and what a service is refused for.
    """
    return put_right(ask, stands, first, receipt_of, began, taken(ask.state))


def put_right(
    ask: Ask[Any, Any],
    stands: Stands,
    first: date,
    receipt_of: Callable[[date], Serves],
    began: Event,
    scans: Iterable[tuple[str, Serves]],
) -> tuple[dict[str, Any], list[Draft]]:
    """The same of whatever file has a stream and `scans` of its own."""
    c, stream, known = ask.command, ask.state.stream, tuple(scans)
    other_eyes(
        ask.actor, (stands.hand,), "登记送达与更正", "recording the service and correcting it"
    )
    on = day_served(c, first, ask.at)
    if (on, c.way.value) == (stands.on, stands.way):
        raise refuse("ALREADY_DONE")
    if stands.receipt is None and not c.receipt_scan:
        raise refuse("FIELD_REQUIRED", field="送达回证", field_en="the receipt of service")
    data = {**told(c, on), "was_on": stands.on, "was_way": stands.way, "reasons": c.reasons}
    events: list[Draft] = []
    if c.consent_scan:
        consent = Wanted(consent_paper(stream))
        data["consent"], events = _scan(ask, c.consent_scan, consent, known)
    had = stands.receipt.certificate if stands.receipt else None
    if c.receipt_scan and c.receipt_scan != had:
        more, chains = _attached(
            ask, c.receipt_scan, Wanted(receipt_of(on), had, ANEW, c.reasons), known
        )
        data |= {"receipt": more.pop("scan"), **more}
        events += chains
    data[RESTATED] = anew(began, {"served_on": on, "way": c.way}, ask.history[stream])
    return data, events


def attached(
    ask: Ask[Any, PointsState], evidence_id: str, wanted: Wanted
) -> tuple[dict[str, Any], list[Draft]]:
    """A scan (`scan`) beside what it replaces, and what the custody chains of both are told."""
    return _attached(ask, evidence_id, wanted, taken(ask.state))


def _attached(
    ask: Ask[Any, Any], evidence_id: str, wanted: Wanted, scans: Iterable[tuple[str, Serves]]
) -> tuple[dict[str, Any], list[Draft]]:
    said, events = _scan(ask, evidence_id, wanted, scans)
    return {"scan": said, **former(wanted)}, [*events, *replaced(wanted, evidence_id)]


def first_of(events: Sequence[Event], kind: str, **of: str) -> Event:
    """The latest event of a kind with these values."""
    return next(
        one
        for one in reversed(events)
        if one.type == kind and all(one.data.get(name) == value for name, value in of.items())
    )


def scanned(
    ask: Ask[Any, PointsState], evidence_id: str, wanted: Wanted
) -> tuple[dict[str, str], list[Draft]]:
    """The scan by its id and name, and what its custody chain is told: which paper it is."""
    return _scan(ask, evidence_id, wanted, taken(ask.state))


def _scan(
    ask: Ask[Any, Any], evidence_id: str, wanted: Wanted, scans: Iterable[tuple[str, Serves]]
) -> tuple[dict[str, str], list[Draft]]:
    item = free_scan(ask.states, evidence_id, wanted, scans)
    known = item.serves is not None and item.serves.key == wanted.paper.key
    tells = [] if known else [serves(evidence_id, wanted.paper)]
    return {"certificate": evidence_id, "name": item.name}, tells


def fell_by(
    ask: Ask[Any, PointsState], evidence_id: str, paper: Serves
) -> tuple[dict[str, str], list[Draft]]:
    """The same of a paper by which something falls: another hand than the recorder's put it into the vault."""
    said = scanned(ask, evidence_id, Wanted(paper))
    by_another(ask.actor, (ask.states[f"evidence:{evidence_id}"].giver,))
    return said


def taken(file: PointsState) -> Iterator[tuple[str, Serves]]:
    """Papers of objections and answers: their custody chains say nothing of it."""
    for entry in file.entries:
        key = f"{file.stream}/enclosures:{entry.entry_id}"
        paper = Serves(key, "异议申诉的附件", "an enclosure of an objection")
        yield from ((one.certificate, paper) for one in entry.enclosures)
        key = f"{file.stream}/weighed:{entry.entry_id}"
        paper = Serves(key, "复核所依据的材料", "a paper on which the answer to an objection rests")
        yield from ((one.certificate, paper) for each in entry.answers for one in each.papers)


def consent_paper(stream: str) -> Serves:
    """The consent to electronic service: it holds for every later paper of the file."""
    return Serves(f"{stream}/consent", "电子送达同意书", "consent to electronic service")


def paper_streams(own: str, command: Any, kept: Enclosure | None = None) -> tuple[str, ...]:
    """The file, the papers that a command names and, once it is known, the one that it replaces."""
    names = ("consent_scan", "receipt_scan", "paper_scan")
    named = [scan for name in names if (scan := getattr(command, name, ""))]
    papers = (*named, *((kept.certificate,) if kept else ()))
    return tuple(dict.fromkeys((own, *(f"evidence:{one}" for one in papers))))


def of_service(command: Any, actor: Any, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The file and the papers that a command brings to it for the first time."""
    return paper_streams(f"points:{command.prac_psn_code}", command)

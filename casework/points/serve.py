"""Notice of a score: served in one of the seven ways, and proven by its signed receipt."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.clocks.periods import period_end
from casework.clocks.restated import RESTATED, lapsed_of
from casework.clocks.rows import row_on
from casework.commands.case import ServiceWay
from casework.commands.points import AttachScoreReceipt, CorrectScoreService, NotifyScore
from casework.custody.scans import (
    ANEW,
    Wanted,
    former,
    free_scan,
    replaced,
    serves,
)  # fmt: skip
from casework.custody.state import Serves
from casework.events import Draft, Event
from casework.hands import other_eyes
from casework.law.service import way
from casework.points.state import PointsState, ScoreEntry
from casework.refusal import refuse
from casework.restoration.eyes import not_himself

AGENCY: Final = frozenset({Role.AGENCY_OFFICER, Role.INSPECTOR})
ANNOUNCED: Final = "announcement"


def notify(ask: Ask[NotifyScore, PointsState]) -> list[Draft]:
    """ScoreNotified with the particulars of its way; the day of an announcement is reckoned.

    Refuses FIELD_REQUIRED where the way asks for more (民诉法 88-95; 处罚法 61 for the consent to
    electronic service), DATE_ORDER, PERIOD_RUNNING before an announcement has run its time.
    """
    c, file = ask.command, ask.state
    entry = entry_of(file, c.entry_id)
    if entry.notified_on is not None:
        raise refuse("ALREADY_DONE")
    served_on = _served_on(c, entry, ask.at)
    data: dict[str, Any] = {"entry_id": c.entry_id, "way": c.way, "served_on": served_on}
    told = {"particulars": c.particulars.strip(), "served_by": c.served_by.strip()}
    data |= {name: value for name, value in told.items() if value}
    if c.way is ServiceWay.ANNOUNCEMENT:
        data["posted_on"] = c.posted_on
    events = []
    for name, scan, paper in (
        ("consent", c.consent_scan, consent_paper(file)),
        ("receipt", c.receipt_scan, receipt_paper(file, served_on, c.way)),
    ):
        if scan:
            data[name], more = scanned(ask, scan, Wanted(paper))
            events += more
    return [draft(file.stream, "ScoreNotified", **data), *events]


def _served_on(c: NotifyScore | CorrectScoreService, entry: ScoreEntry, at: datetime) -> date:
    """The day given, or for an announcement the day on which its period ended."""
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
    if not entry.counted_on <= day <= today:
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


def correct(ask: Ask[CorrectScoreService, PointsState]) -> list[Draft]:
    """ScoreServiceCorrected: the days to object run from the right day; both stay in the file's story.

    Refuses STEP_MISSING before the service, FOUR_EYES to whoever entered it, FIELD_REQUIRED without a receipt,
    ALREADY_DONE where nothing differs, and what a service is refused for.
    """
    c, file = ask.command, ask.state
    required(reasons=c.reasons)
    entry = entry_of(file, c.entry_id)
    if entry.notified_on is None:
        raise _unserved()
    other_eyes(
        ask.actor,
        (entry.notified_hand,),
        "登记记分告知书送达与更正",
        "recording the service and correcting it",
    )
    served_on = _served_on(c, entry, ask.at)
    if (served_on, c.way.value) == (entry.notified_on, entry.notified_by):
        raise refuse("ALREADY_DONE")
    if not entry.receipt:
        required(receipt_scan=c.receipt_scan)
    data: dict[str, Any] = {
        "entry_id": c.entry_id, "way": c.way, "served_on": served_on, "was_on": entry.notified_on,
        "was_way": entry.notified_by, "particulars": c.particulars.strip(), "reasons": c.reasons,
    }  # fmt: skip
    if c.way is ServiceWay.ANNOUNCEMENT:
        data["posted_on"] = c.posted_on
    events: list[Draft] = []
    stands = entry.receipt.certificate if entry.receipt else None
    if c.consent_scan:
        data["consent"], events = scanned(ask, c.consent_scan, Wanted(consent_paper(file)))
    if c.receipt_scan and c.receipt_scan != stands:
        wanted = Wanted(receipt_paper(file, served_on, c.way), stands, ANEW, c.reasons)
        data["receipt"], more = scanned(ask, c.receipt_scan, wanted)
        data |= former(wanted)
        events += [*more, *replaced(wanted, c.receipt_scan)]
    data[RESTATED] = _anew(file, c.entry_id, data, ask.history[file.stream])
    return [draft(file.stream, "ScoreServiceCorrected", **data), *events]


def _anew(
    file: PointsState, entry_id: str, data: Mapping[str, Any], events: Sequence[Event]
) -> dict[str, Any]:
    """What the service counts as; that the days to object had lapsed holds no more."""
    first = next(
        one
        for one in reversed(events)
        if one.type == "ScoreNotified" and one.data["entry_id"] == entry_id
    )
    return {str(first.seq): {"served_on": data["served_on"], "way": data["way"]}} | lapsed_of(
        first, events
    )


_DAY: Final = ("送达日期", "the day of service")


def attach(ask: Ask[AttachScoreReceipt, PointsState]) -> list[Draft]:
    """ScoreReceiptAttached: the paper that proves the service; a wrong one gives way with a reason."""
    c, file = ask.command, ask.state
    required(receipt_scan=c.receipt_scan)
    entry = entry_of(file, c.entry_id)
    if entry.notified_on is None:
        raise _unserved()
    stands = entry.receipt.certificate if entry.receipt else None
    paper = receipt_paper(file, entry.notified_on, entry.notified_by)
    wanted = Wanted(paper, stands, ANEW, c.reason)
    said, events = scanned(ask, c.receipt_scan, wanted)
    data = {"entry_id": c.entry_id, "receipt": said, **former(wanted)}
    return [
        draft(file.stream, "ScoreReceiptAttached", **data),
        *events,
        *replaced(wanted, c.receipt_scan),
    ]


def scanned(
    ask: Ask[Any, PointsState], evidence_id: str, wanted: Wanted
) -> tuple[dict[str, str], list[Draft]]:
    """The scan by its id and name, and what its custody chain is told: which paper it is."""
    item = free_scan(ask.states, evidence_id, wanted, _taken(ask.state))
    known = item.serves is not None and item.serves.key == wanted.paper.key
    told = [] if known else [serves(evidence_id, wanted.paper)]
    return {"certificate": evidence_id, "name": item.name}, told


def _taken(file: PointsState) -> Iterator[tuple[str, Serves]]:
    """Papers of objections and answers: their custody chains say nothing of it."""
    for entry in file.entries:
        key = f"{file.stream}/enclosures:{entry.entry_id}"
        paper = Serves(key, "异议申诉的附件", "an enclosure of an objection")
        yield from ((one.certificate, paper) for one in entry.enclosures)
        key = f"{file.stream}/weighed:{entry.entry_id}"
        paper = Serves(key, "复核所依据的材料", "a paper on which the answer to an objection rests")
        yield from ((one.certificate, paper) for each in entry.answers for one in each.papers)


def receipt_paper(file: PointsState, on: date, how: str) -> Serves:
    """The receipt of a service: it lists the notices that were handed over on that day in that way."""
    day = on.isoformat()
    return Serves(
        f"{file.stream}/receipt:{day}:{how}",
        f"{day} 送达记分告知书的送达回证",
        f"receipt of the notice of a score served on {day}",
    )


def consent_paper(file: PointsState) -> Serves:
    """The consent to electronic service: it holds for every later notice to the doctor."""
    return Serves(f"{file.stream}/consent", "电子送达同意书", "consent to electronic service")


def entry_of(file: PointsState, entry_id: str) -> ScoreEntry:
    """The score of that id. Refuses NOT_FOUND, ALREADY_DONE for one that is void."""
    entry = file.entry(entry_id)
    if entry is None:
        raise refuse("NOT_FOUND", what=f"记分 {entry_id}", what_en=f"score {entry_id}")
    if entry.void:
        raise refuse("ALREADY_DONE")
    return entry


def _unserved() -> Exception:
    return refuse("STEP_MISSING", step="送达记分告知书", step_en="notice of the score")


def _unnotified(file: PointsState, actor: Actor, at: datetime) -> None:
    """Some score was not served yet."""
    if all(entry.void or entry.notified_on is not None for entry in file.entries):
        raise refuse("ALREADY_DONE")


def _notified(file: PointsState, actor: Actor, at: datetime) -> None:
    """Some score was served."""
    if all(entry.void or entry.notified_on is None for entry in file.entries):
        raise _unserved()


def _of_notice(command: NotifyScore, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    papers = (f"evidence:{one}" for one in (command.consent_scan, command.receipt_scan) if one)
    return (f"points:{command.prac_psn_code}", *dict.fromkeys(papers))


def _of_receipt(
    command: AttachScoreReceipt | CorrectScoreService, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The file, the papers and, once it is known, the receipt that the service has."""
    own = f"points:{command.prac_psn_code}"
    file: PointsState | None = states.get(own)
    entry = file.entry(command.entry_id) if file else None
    kept = (f"evidence:{entry.receipt.certificate}",) if entry and entry.receipt else ()
    named = (command.receipt_scan, getattr(command, "consent_scan", ""))
    papers = (f"evidence:{one}" for one in named if one)
    return tuple(dict.fromkeys((own, *papers, *kept)))


ACTS = (
    Act(
        NotifyScore, "送达记分告知书", "serve notice of the score", AGENCY, _of_notice, notify,
        guards=(not_himself, _unnotified), rank=20,
    ),
    Act(
        AttachScoreReceipt, "附入记分送达回证", "attach the receipt of a score's notice", AGENCY,
        _of_receipt, attach, guards=(not_himself, _notified), rank=60,
    ),
    Act(
        CorrectScoreService, "更正记分告知书送达日期", "correct the service of a score's notice",
        AGENCY | {Role.SUPERVISOR}, _of_receipt, correct, guards=(not_himself, _notified), rank=61,
    ),
)  # fmt: skip

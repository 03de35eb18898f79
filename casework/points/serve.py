"""Notice of a score: served in one of the seven ways, and proven by its signed receipt."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.points import AttachScoreReceipt, CorrectScoreService, NotifyScore
from casework.custody.scans import ANEW, Wanted
from casework.custody.state import Serves
from casework.documents.internal import ON_FORM
from casework.events import Draft
from casework.points.office import office_of
from casework.points.service import (
    Stands,
    attached,
    corrected,
    day_served,
    first_of,
    of_service,
    paper_streams,
    recorded,
)
from casework.points.state import PointsState, ScoreEntry
from casework.refusal import refuse
from casework.restoration.eyes import not_himself

AGENCY: Final = frozenset({Role.AGENCY_OFFICER, Role.INSPECTOR})


def notify(ask: Ask[NotifyScore, PointsState]) -> list[Draft]:
    """ScoreNotified with the particulars of its way; the day of an announcement is reckoned."""
    c, file = ask.command, ask.state
    entry = entry_of(file, c.entry_id)
    if entry.notified_on is not None:
        raise refuse("ALREADY_DONE")
    on = day_served(c, entry.counted_on, ask.at)
    data, events = recorded(ask, on, receipt_paper(file, on, c.way))
    return [draft(file.stream, "ScoreNotified", entry_id=c.entry_id, **data), *events]


def correct(ask: Ask[CorrectScoreService, PointsState]) -> list[Draft]:
    """ScoreServiceCorrected: the days to object run from the right day; both stay in the file's story.

    Refuses STEP_MISSING before the service, and as `service.corrected`.
    """
    c, file = ask.command, ask.state
    required(reasons=c.reasons)
    entry = entry_of(file, c.entry_id)
    if entry.notified_on is None:
        raise _unserved()
    began = first_of(ask.history[file.stream], "ScoreNotified", entry_id=c.entry_id)
    stands = Stands(entry.notified_on, entry.notified_by, entry.notified_hand, entry.receipt)
    paper = partial(receipt_paper, file, how=c.way)
    data, events = corrected(ask, stands, entry.counted_on, paper, began)
    told = {"entry_id": c.entry_id, **data, "office": office_of(ask.actor), **ON_FORM}
    return [draft(file.stream, "ScoreServiceCorrected", **told), *events]


def attach(ask: Ask[AttachScoreReceipt, PointsState]) -> list[Draft]:
    """ScoreReceiptAttached: the paper that proves the service; a wrong one gives way with a reason."""
    c, file = ask.command, ask.state
    required(receipt_scan=c.receipt_scan)
    entry = entry_of(file, c.entry_id)
    if entry.notified_on is None:
        raise _unserved()
    stands = entry.receipt.certificate if entry.receipt else None
    paper = receipt_paper(file, entry.notified_on, entry.notified_by)
    said, events = attached(ask, c.receipt_scan, Wanted(paper, stands, ANEW, c.reason))
    data = {"entry_id": c.entry_id, "receipt": said.pop("scan"), **said}
    return [draft(file.stream, "ScoreReceiptAttached", **data), *events]


def receipt_paper(file: PointsState, on: date, how: str) -> Serves:
    """The receipt of a service: it lists the notices that were handed over on that day in that way."""
    day = on.isoformat()
    return Serves(
        f"{file.stream}/receipt:{day}:{how}",
        f"{day} 送达记分告知书的送达回证",
        f"receipt of the notice of a score served on {day}",
    )


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


def _of_receipt(
    command: AttachScoreReceipt | CorrectScoreService, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The file, the papers and, once it is known, the receipt that the service has."""
    own = f"points:{command.prac_psn_code}"
    file: PointsState | None = states.get(own)
    entry = file.entry(command.entry_id) if file else None
    return paper_streams(own, command, entry.receipt if entry else None)


ACTS = (
    Act(
        NotifyScore, "送达记分告知书", "serve notice of the score", AGENCY, of_service, notify,
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

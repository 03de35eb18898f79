"""Record a bar against a person, and lift it on a document: by other eyes than recorded it.

A bar lets an open application rest by itself; with its last ground lifted the application goes on.
"""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.restoration import LiftRestorationBar, RecordRestorationBar
from casework.events import Draft
from casework.hands import other_eyes
from casework.points.record import file_stream
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.bar import bars_of, standing_bars
from casework.restoration.eyes import not_himself
from casework.restoration.halt import halted_by, settle
from casework.restoration.state import HaltKind


def record(ask: Ask[RecordRestorationBar, PointsState]) -> list[Draft]:
    """RestorationBarred on a document; an open application rests from now on."""
    c, file = ask.command, ask.state
    document_no = c.document_no.strip()
    required(document_no=document_no, reasons=c.reasons)
    if c.issued_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="文书日期不得晚于今天",
            what_en="the day of the document may not lie after today",
        )
    for bar in standing_bars(file):
        if (bar.ground, bar.document_no) == (c.ground, document_no):
            raise refuse("ALREADY_DONE")
    bar_id = f"B{sum(bar.bar_id.startswith('B') for bar in file.bars) + 1}"
    data = {
        "bar_id": bar_id,
        "ground": c.ground,
        "document_no": document_no,
        "issued_on": c.issued_on,
        "reasons": c.reasons,
    }
    barred = draft(file.stream, "RestorationBarred", **data)
    return [barred, *halted_by(file, HaltKind.CRIMINAL, bar_id, c.reasons)]


def lift(ask: Ask[LiftRestorationBar, PointsState]) -> list[Draft]:
    """RestorationBarLifted, and what it means for an application that rested on it."""
    c, file = ask.command, ask.state
    required(document_no=c.document_no, reasons=c.reasons)
    bar = next((one for one in bars_of(file) if one.bar_id == c.bar_id), None)
    if bar is None:
        raise refuse("NOT_FOUND", what=f"限制 {c.bar_id}", what_en=f"bar {c.bar_id}")
    if bar.lifted_by is not None:
        raise refuse("ALREADY_DONE")
    other_eyes(ask.actor, (bar.by,), *EYES)
    lifted = draft(
        file.stream,
        "RestorationBarLifted",
        bar_id=bar.bar_id,
        ground=bar.ground,
        document_no=c.document_no.strip(),
        reasons=c.reasons,
    )
    return settle(file, [lifted], ask.at)


EYES = ("登记与解除限制", "lifting the bar")


def _standing(file: PointsState, actor: Actor, at: datetime) -> None:
    """Some bar stands that somebody else recorded."""
    hands = [bar.by for bar in standing_bars(file)]
    if not hands:
        raise refuse("STEP_MISSING", step="登记限制", step_en="a bar on the file")
    if all(hand.is_actor(actor) for hand in hands):
        other_eyes(actor, hands, *EYES)


def _never(file: PointsState) -> bool:
    """No next step of anybody: the bar comes from outside."""
    return False


ACTS = (
    Act(
        RecordRestorationBar, "登记恢复限制", "record a bar to restoration",
        frozenset({Role.AGENCY_OFFICER, Role.INSPECTOR, Role.SUPERVISOR}), file_stream, record,
        leads=_never,
    ),
    Act(
        LiftRestorationBar, "解除恢复限制", "lift a bar to restoration",
        frozenset({Role.SUPERVISOR, Role.HEAD}), file_stream, lift,
        guards=(not_himself, _standing),
        leads=_never,
    ),
)  # fmt: skip

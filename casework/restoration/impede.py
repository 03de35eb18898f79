"""Record a bar against a person, and lift it on a document: by other eyes than recorded it.

Each rests on the scan of that document, which another hand than the recorder's put into the vault.

A bar lets an open application rest by itself; with its last ground lifted the application goes on.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.restoration import LiftRestorationBar, RecordRestorationBar
from casework.custody.state import Serves
from casework.documents.internal import ON_FORM
from casework.events import Draft
from casework.hands import other_eyes
from casework.points.service import fell_by, of_service
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.bar import bars_of, standing_bars
from casework.restoration.eyes import not_himself
from casework.restoration.halt import halted_by, settle
from casework.restoration.police import behind, kept, streams_behind, with_police
from casework.restoration.state import HaltKind


def record(ask: Ask[RecordRestorationBar, PointsState]) -> list[Draft]:
    """RestorationBarred on a document; an open application rests from now on.

    Refuses FIELD_REQUIRED without its scan, DATE_ORDER, ALREADY_DONE, FOUR_EYES to whoever put the scan in.
    """
    c, file = ask.command, ask.state
    document_no = c.document_no.strip()
    required(document_no=document_no, reasons=c.reasons, paper_scan=c.paper_scan)
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
    title = f"限制恢复的文书（{document_no}）", f"paper on a bar ({document_no})"
    scan, told = fell_by(ask, c.paper_scan, Serves(f"{file.stream}/bar:{bar_id}", *title))
    data = {
        "bar_id": bar_id,
        "ground": c.ground,
        "document_no": document_no,
        "issued_on": c.issued_on,
        "reasons": c.reasons,
        "paper": scan,
    }
    barred = draft(file.stream, "RestorationBarred", **data)
    return [barred, *halted_by(file, HaltKind.CRIMINAL, bar_id, c.reasons), *told]


def lift(ask: Ask[LiftRestorationBar, PointsState]) -> list[Draft]:
    """RestorationBarLifted, and what it means for an application that rested on it."""
    c, file = ask.command, with_police(ask.state, ask.states)
    required(document_no=c.document_no, reasons=c.reasons, paper_scan=c.paper_scan)
    bar = next((one for one in bars_of(file) if one.bar_id == c.bar_id), None)
    if bar is None:
        raise refuse("NOT_FOUND", what=f"限制 {c.bar_id}", what_en=f"bar {c.bar_id}")
    if bar.lifted_by is not None:
        raise refuse("ALREADY_DONE")
    other_eyes(ask.actor, (bar.by,), *EYES)
    number = c.document_no.strip()
    title = f"解除限制的文书（{number}）", f"paper by which a bar was lifted ({number})"
    scan, told = fell_by(ask, c.paper_scan, Serves(f"{file.stream}/unbar:{bar.bar_id}", *title))
    lifted = draft(
        file.stream,
        "RestorationBarLifted",
        bar_id=bar.bar_id,
        ground=bar.ground,
        document_no=number,
        reasons=c.reasons,
        paper=scan,
        **({"of_case": kept(bar)} if bar in (file.police or ()) else {}),
        **ON_FORM,
    )
    return [*settle(file, [lifted], ask.at), *told]


def _of_lift(
    command: LiftRestorationBar, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The file, the paper, and the cases that the police may have."""
    own, *papers = of_service(command, actor, states)
    return (own, *papers, *streams_behind(own, states))


EYES = ("登记与解除限制", "lifting the bar")


def _standing(file: PointsState, actor: Actor, at: datetime) -> None:
    """Some bar stands that somebody else recorded; of cases behind the scores the act itself asks."""
    hands = [bar.by for bar in standing_bars(file)]
    if file.police is None and behind(file):
        return
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
        frozenset({Role.AGENCY_OFFICER, Role.INSPECTOR, Role.SUPERVISOR}), of_service, record,
        leads=_never,
    ),
    Act(
        LiftRestorationBar, "解除恢复限制", "lift a bar to restoration",
        frozenset({Role.SUPERVISOR, Role.HEAD}), _of_lift, lift,
        guards=(not_himself, _standing),
        leads=_never,
    ),
)  # fmt: skip

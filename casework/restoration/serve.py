"""What was decided on an application, served on the doctor; the days for a review run from here."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.case import ServiceWay
from casework.commands.restoration import (
    AnnounceRestoration,
    CorrectRestorationService,
    ServeRestoration,
)
from casework.documents.internal import ON_FORM
from casework.events import Draft
from casework.points.office import office_of
from casework.points.serve import AGENCY
from casework.points.service import (
    Stands,
    corrected,
    day_served,
    first_of,
    of_service,
    paper_streams,
    recorded,
)
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.eyes import not_himself
from casework.restoration.papers import in_effect, lacking, receipt_of
from casework.restoration.state import Restoration, Service, Step

SERVERS: Final = AGENCY | {Role.SUPERVISOR}


def serve(ask: Ask[ServeRestoration, PointsState]) -> list[Draft]:
    """RestorationServed: of the decision, or of its revocation, which has effect from that day.

    By an announcement that is on record from the day on which that was posted. Refuses RESTORATION_PAPERS without the signed and sealed papers, ALREADY_DONE, and as a score's notice.
    """
    file = ask.state
    one, decided = _decided(file)
    if one.service_of(one.ruling) is not None:
        raise refuse("ALREADY_DONE")
    in_effect(one)
    shared = ask.command.list_receipt and bool(ask.command.receipt_scan)
    if shared and not one.batch:
        raise refuse(
            "BAD_VALUE", field="名单共用的送达回证", field_en="the receipt of a whole list",
            why="该申请不在任何恢复名单上，请附本人的送达回证",
            why_en="the application is on no list: attach the doctor's own receipt",
        )  # fmt: skip
    ask = replace(ask, command=_as_posted(ask.command, one))
    on = day_served(ask.command, decided, ask.at)
    data, events = recorded(ask, on, receipt_of(file, one, shared=shared))
    told = {**_of(one), **({"shared": True} if shared else {})}
    return [draft(file.stream, "RestorationServed", **told, **data), *events]


def _as_posted(c: ServeRestoration, one: Restoration) -> ServeRestoration:
    """With the day and the place of the announcement, where it is on record. Refuses BAD_VALUE for another day."""
    posted = one.announced_of(one.ruling)
    if c.way is not ServiceWay.ANNOUNCEMENT or posted is None:
        return c
    if c.posted_on not in (None, posted.posted_on):
        day = posted.posted_on.isoformat()
        raise refuse(
            "BAD_VALUE", field="公告日期", field_en="the day of the announcement",
            why=f"公告已于 {day} 刊登并登记，送达日期由此推算，不必再填",
            why_en=f"it is on record as posted on {day}, from which the service is reckoned: leave it out",
        )  # fmt: skip
    where = c.particulars.strip() or posted.where
    return replace(c, posted_on=posted.posted_on, particulars=where)


def announce(ask: Ask[AnnounceRestoration, PointsState]) -> list[Draft]:
    """RestorationAnnounced, once for each ruling, not before it was decided."""
    c, file = ask.command, ask.state
    required(place=c.where, reasons=c.reasons)
    one, decided = _decided(file)
    if one.announced_of(one.ruling) is not None:
        raise refuse("ALREADY_DONE")
    if not decided <= c.posted_on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="送达（公告）日期应在决定之后且不晚于今天",
            what_en="service and announcement come after the decision and not after today",
        )
    told = {"posted_on": c.posted_on, "where": c.where.strip(), "reasons": c.reasons}
    return [draft(file.stream, "RestorationAnnounced", **_of(one), **told)]


def correct(ask: Ask[CorrectRestorationService, PointsState]) -> list[Draft]:
    """RestorationServiceCorrected: the days for a review run from the right day.

    Refuses STEP_MISSING before the service, and as `service.corrected`.
    """
    file = ask.state
    required(reasons=ask.command.reasons)
    one, decided = _decided(file)
    stood = _service(one)
    of = _of(one)
    named = {name: str(of[name]) for name in ("application_id", "ruling")}
    began = first_of(ask.history[file.stream], "RestorationServed", **named)
    stands = Stands(stood.on, stood.way, stood.by, stood.receipt)
    data, events = corrected(ask, stands, decided, lambda on: receipt_of(file, one), began)
    told = {**of, **data, "office": office_of(ask.actor), **ON_FORM}
    return [draft(file.stream, "RestorationServiceCorrected", **told), *events]


def _of(one: Restoration) -> dict[str, Any]:
    """What is served: of which application, and what it says."""
    said = {Step.REVOKED: "revoked", Step.REFUSED: "refused"}.get(one.step, "approved")
    return {"application_id": one.application_id, "ruling": one.ruling, "outcome": said}


def _decided(file: PointsState) -> tuple[Restoration, date]:
    """The latest application with the day of its ruling. Refuses STEP_MISSING before there is one."""
    one = file.restoration
    if one is None or one.ruling is None or one.decided_on is None:
        raise refuse(
            "STEP_MISSING", step="恢复、不予恢复或撤销恢复的决定",
            step_en="a decision to restore, to refuse or to revoke",
        )  # fmt: skip
    return one, one.decided_on


def _service(one: Restoration) -> Service:
    found = one.service_of(one.ruling)
    if found is None:
        raise refuse("STEP_MISSING", step="送达恢复决定", step_en="the service of the decision")
    return found


def unserved(file: PointsState, actor: Actor, at: datetime) -> None:
    """What was decided last was not served yet, and has its papers."""
    one, _ = _decided(file)
    if one.service_of(one.ruling) is not None:
        raise refuse("ALREADY_DONE")
    in_effect(one)


def _was_served(file: PointsState, actor: Actor, at: datetime) -> None:
    one, _ = _decided(file)
    _service(one)


def to_serve(file: PointsState) -> bool:
    """Whether something with its papers waits to be served, of rulings that have some."""
    one = file.restoration
    if one is None or one.ruling is None or one.ruling not in one.papered:
        return False
    return one.service_of(one.ruling) is None and not lacking(one)


def _of_correction(
    command: CorrectRestorationService, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    own = f"points:{command.prac_psn_code}"
    file: PointsState | None = states.get(own)
    one = file.restoration if file else None
    service = one.service_of(one.ruling) if one else None
    return paper_streams(own, command, service.receipt if service else None)


ACTS = (
    Act(
        ServeRestoration, "送达恢复（不予恢复、撤销恢复）决定", "serve the decision on a restoration",
        SERVERS, of_service, serve, guards=(not_himself, unserved), rank=13, leads=to_serve,
        led=frozenset({Role.AGENCY_OFFICER}),
    ),
    Act(
        AnnounceRestoration, "公告送达恢复（不予恢复、撤销恢复）决定", "post the decision on a restoration",
        SERVERS, of_service, announce, guards=(not_himself, unserved), rank=64,
    ),
    Act(
        CorrectRestorationService, "更正恢复决定送达日期", "correct the service of a restoration's decision",
        SERVERS, _of_correction, correct, guards=(not_himself, _was_served), rank=62,
    ),
)  # fmt: skip

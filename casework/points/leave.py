"""A doctor leaves a place of practice, perhaps in the middle of an application.

Scores and what was learned stay his. An open application goes on before the party organisations that
are asked beside that of the place; where there is none, at a place that is left, whose party
organisation has a time of its own; without a place it rests.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft
from casework.clocks.calendars import local_date
from casework.commands.points import LeavePractice
from casework.events import Draft
from casework.points.parameters import STREAM
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.halt import halt_event
from casework.restoration.parties import asked, handed_on, of_event, turned_to, without
from casework.restoration.state import NO_PLACE, HaltKind


def of_leave(command: LeavePractice, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The doctor's file and the bureau's parameters: who gives the opinion at the other place."""
    return (f"points:{command.prac_psn_code}", STREAM)


def leave(ask: Ask[LeavePractice, PointsState]) -> list[Draft]:
    """PracticeLeft; without another place an open application rests."""
    c, file, today = ask.command, ask.state, local_date(ask.at)
    if c.fixmedins_code not in file.institutions:
        raise refuse(
            "NOT_FOUND",
            what=f"执业机构 {c.fixmedins_code}",
            what_en=f"place of practice {c.fixmedins_code}",
        )
    if c.left_on > today:
        raise refuse(
            "DATE_ORDER",
            what="离开日期不得晚于今天",
            what_en="the day of leaving is not after today",
        )
    rest = [code for code in file.institutions if code != c.fixmedins_code]
    own = file.fixmedins_code if file.fixmedins_code in rest else next(iter(rest), "")
    data: dict[str, Any] = {
        "fixmedins_code": c.fixmedins_code, "left_on": c.left_on, "reasons": c.reasons,
    }  # fmt: skip
    application = file.restoration
    if application is None or not application.is_open:
        return [draft(file.stream, "PracticeLeft", **data)]
    # Those asked on the day of submission stay, but that of the place; else that of the place left him.
    parties = without(application.parties, c.fixmedins_code)
    if not parties and own:
        parties = asked(own, (), ask.states[STREAM], today)
    data["parties"] = of_event(parties)
    left = draft(file.stream, "PracticeLeft", **data)
    if rest:
        moved = [left, *turned_to(file, own, parties)]
        return [*moved, *handed_on(file, moved, ask.at)]
    why = c.reasons or "医师已离开全部执业机构"
    return [left, halt_event(file, HaltKind.OTHER, NO_PLACE, why)]


def _somewhere(file: PointsState, actor: Actor, at: datetime) -> None:
    if not file.institutions:
        raise refuse("STEP_MISSING", step="登记执业机构", step_en="a place of practice")


ACTS = (
    Act(
        LeavePractice, "登记离开执业机构", "record that a place was left",
        frozenset({Role.AGENCY_OFFICER, Role.INSPECTOR}), of_leave, leave,
        guards=(_somewhere,), rank=95,
    ),
)  # fmt: skip

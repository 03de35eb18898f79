"""Draw up a list: every doctor on it has an open application that is on no other list."""

from collections.abc import Mapping
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.batches.state import BatchState
from casework.commands.batches import DrawUpBatch
from casework.events import Draft
from casework.points.state import PointsState
from casework.refusal import refuse

#: As many as one document lists and one person can answer for.
MOST_MEMBERS: Final = 100


def of_draw(command: DrawUpBatch, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The list, and the file of every doctor on it."""
    return (f"batch:{command.batch_id}", *(f"points:{code}" for code in command.doctors))


def draw_up(ask: Ask[DrawUpBatch, BatchState]) -> list[Draft]:
    """BatchDrawn, and RestorationListed in each doctor's file."""
    c, actor = ask.command, ask.actor
    required(title=c.title, batch=c.batch_id)
    if not 0 < len(set(c.doctors)) <= MOST_MEMBERS:
        raise refuse(
            "BAD_VALUE",
            field="名单",
            field_en="The list",
            why=f"应有 1–{MOST_MEMBERS} 名医师",
            why_en=f"1 to {MOST_MEMBERS} doctors are needed",
        )
    files = [visible_file(ask.states[f"points:{code}"], actor) for code in dict.fromkeys(c.doctors)]
    members, listed = [], []
    for file in files:
        application = file.restoration
        if application is None or not application.is_open:
            raise refuse(
                "BATCH_NOT_OPEN",
                name=file.name,
                doctor=file.prac_psn_code,
                stage=file.stage_zh,
                stage_en=file.stage_en,
            )
        if application.batch:
            raise refuse("BATCH_TAKEN", name=file.name, batch=application.batch)
        members.append(
            {
                "prac_psn_code": file.prac_psn_code,
                "name": file.name,
                "application": application.application_id,
            }
        )
        listed.append(draft(file.stream, "RestorationListed", batch_id=c.batch_id))
    return [draft(ask.state.stream, "BatchDrawn", title=c.title, members=members), *listed]


def visible_file(file: PointsState, actor: Actor) -> PointsState:
    """A file that this person may put on a list; others look as if they were not there."""
    inside = actor.holds(Role.SUPERVISOR, Role.AGENCY_OFFICER)
    if not file.version or not (inside or actor.fixmedins_code in file.institutions):
        raise refuse("NOT_FOUND", what=file.label, what_en=file.label_en)
    return file


DRAWERS: Final = frozenset({Role.INSURANCE_OFFICE, Role.AGENCY_OFFICER, Role.SUPERVISOR})
ACT = Act(
    DrawUpBatch, "列入恢复名单", "draw up a list of restorations", DRAWERS, of_draw, draw_up,
    creates=True, offered=False,
)  # fmt: skip

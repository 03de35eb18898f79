"""Put a list right before it is decided: take a doctor off it, or make its number void. Both stay on record."""

from collections.abc import Mapping
from typing import Any

from casework.actors import Actor
from casework.acts import Act, Ask, draft, required
from casework.batches.draw import DRAWERS, visible_file
from casework.batches.state import BatchState, Member
from casework.commands.batches import StrikeFromBatch, VoidBatch
from casework.events import Draft
from casework.points.state import PointsState
from casework.refusal import refuse


def of_change(
    command: StrikeFromBatch | VoidBatch, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The list and, once it is known, the files of the doctors on it."""
    own = f"batch:{command.batch_id}"
    state: BatchState | None = states.get(own)
    return (own, *(f"points:{one.prac_psn_code}" for one in (state.standing if state else ())))


def strike(ask: Ask[StrikeFromBatch, BatchState]) -> list[Draft]:
    """BatchMemberStruck, and RestorationUnlisted in his file: he may be put on another list.

    Refuses NOT_FOUND for who is not on it, BATCH_DECIDED once his application is decided.
    """
    c = ask.command
    required(reasons=c.reasons)
    for one in ask.state.standing:
        if one.prac_psn_code == c.prac_psn_code:
            gone = _unlisted(ask.states, ask.state, one, ask.actor)
            told = {"prac_psn_code": one.prac_psn_code, "application": one.application}
            struck = draft(ask.state.stream, "BatchMemberStruck", **told, reasons=c.reasons)
            return [struck, gone]
    raise refuse(
        "NOT_FOUND",
        what=f"名单上的医师 {c.prac_psn_code}",
        what_en=f"doctor {c.prac_psn_code} on the list",
    )


def void(ask: Ask[VoidBatch, BatchState]) -> list[Draft]:
    """BatchVoided: the number stays as 作废, and everybody on it may be put on another list.

    Refuses BATCH_DECIDED once an application on it is decided, ALREADY_DONE.
    """
    c, state = ask.command, ask.state
    required(reasons=c.reasons)
    if state.void:
        raise refuse("ALREADY_DONE")
    gone = [_unlisted(ask.states, state, one, ask.actor) for one in state.standing]
    return [draft(state.stream, "BatchVoided", reasons=c.reasons), *gone]


def _unlisted(states: Mapping[str, Any], state: BatchState, one: Member, actor: Actor) -> Draft:
    file = visible_file(states[f"points:{one.prac_psn_code}"], actor)
    if not undecided(file, one):
        raise refuse("BATCH_DECIDED", name=one.name, batch=state.batch_id)
    data = {"batch_id": state.batch_id, "application": one.application}
    return draft(file.stream, "RestorationUnlisted", **data)


def undecided(file: PointsState, one: Member) -> bool:
    """Whether the listed application still runs and the bureau has not approved it."""
    found = (x for x in file.restorations if x.application_id == one.application)
    application = next(found, None)
    return application is not None and application.is_open and application.approved_on is None


ACTS = (
    Act(
        StrikeFromBatch, "移出恢复名单", "take a doctor off a list", DRAWERS, of_change, strike,
        offered=False,
    ),
    Act(
        VoidBatch, "恢复名单作废", "make a list void", DRAWERS, of_change, void, offered=False,
    ),
)  # fmt: skip

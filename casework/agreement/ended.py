"""What shows that an agreement ended or an institution is gone, where nothing was put right before the closing."""

from collections.abc import Mapping
from typing import Any

from casework.actors import Actor
from casework.acts import Ask, required
from casework.cases.state import CaseState
from casework.cases.streams import of_measured
from casework.commands.agreement import CloseHandling, UnrectifiedGround
from casework.commands.measures import MeasureType, SubjectKind
from casework.documents.incoming import came_on
from casework.measures.state import Measured, MeasuresState, key_of


def proof_of(ask: Ask[CloseHandling, CaseState], ground: UnrectifiedGround) -> dict[str, object]:
    """What the ground is seen by: a termination in force, or else the number and scan of a paper.

    Refuses FIELD_REQUIRED, PAPER_NOT_THERE, and as `came_on`.
    """
    c = ask.command
    if ground is UnrectifiedGround.AGREEMENT_OVER and not (c.document or c.document_no.strip()):
        ended = _terminated(ask)
        if ended is not None:
            return {"termination": ended.measure_id}
    required(document_no=c.document_no)
    return {"document_no": c.document_no.strip(), **came_on(ask, ground.value)}


def _terminated(ask: Ask[CloseHandling, CaseState]) -> Measured | None:
    """The termination of the institution's agreement that stands, whichever case or notice imposed it."""
    found = ask.states.get(_institution(ask.state))
    measures = found.measures if isinstance(found, MeasuresState) else ()
    ended = (m for m in measures if m.kind is MeasureType.TERMINATE and m.holds(ask.at))
    return next(ended, None)


def _institution(case: CaseState) -> str:
    """The stream of the measures of the case's institution."""
    return f"measures:{key_of(SubjectKind.INSTITUTION, case.party.key if case.party else '')}"


def of_closing(command: CloseHandling, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case and its measures; where nothing was put right, all of the institution's."""
    own = of_measured(command, actor, states)
    case = states.get(own[0])
    if command.unrectified is None or not isinstance(case, CaseState):
        return own
    return tuple(dict.fromkeys((*own, _institution(case))))

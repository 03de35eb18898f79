"""Why nobody of the centre is offered a step: no letter of entrustment holds."""

from datetime import datetime

from casework.actors import BUREAU, Actor
from casework.acts import letter_in_force
from casework.cases.state import CaseState
from casework.commands.case import Path
from casework.refusal import Refusal


def unentrusted(case: CaseState, actor: Actor, at: datetime) -> Refusal | None:
    """Told inside the bureau of an open case in whose procedure the centre acts in its name."""
    if not actor.holds(*BUREAU) or not case.is_open or case.path is not Path.ADMINISTRATIVE:
        return None
    try:
        letter_in_force(actor.letters, at)
    except Refusal as refusal:
        return refusal
    return None

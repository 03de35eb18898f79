"""By whom the next step of a case is taken, in words."""

from __future__ import annotations

from datetime import datetime

from api.names import Language, pick
from casework.actors import ROLE_NAMES_EN, ROLE_NAMES_ZH
from casework.cases.state import CaseState
from casework.waits import waits_for


def next_by(state: CaseState, at: datetime, language: Language) -> list[str]:
    """Roles by title and officers by name, each once; none when nothing is left to do."""
    waits = waits_for(state, at)
    roles = [
        pick(language, ROLE_NAMES_ZH[role], ROLE_NAMES_EN[role]) for role in sorted(waits.roles)
    ]
    hands = [one.hand for one in state.officers]
    return roles + [hand.name for hand in hands if hand.account in waits.people]

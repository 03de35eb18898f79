"""Whom a proposed measure waits for: who may decide its kind, and did not propose it."""

from datetime import datetime
from typing import Final

from casework.actors import Actor, Role
from casework.measures.state import Measured

#: The act by which a measure is decided; a signature may be lent for it, save where one decides in person.
DECIDES: Final = "DecideMeasure"


def waits_for(one: Measured, actor: Actor, at: datetime) -> bool:
    """Whether a measure waits for this person's decision; one that was decided waits for nobody."""
    if one.decided_at is not None or one.by.is_actor(actor):
        return False
    if one.row.personal:
        return actor.principal is None and actor.holds(Role.HEAD)
    roles = one.row.decided_by
    lent = any(
        mandate.covers(DECIDES, at)
        and not roles.isdisjoint(mandate.roles)
        and one.by.account != mandate.principal.account
        and one.by.person != mandate.principal.person
        for mandate in actor.mandates
    )
    return actor.holds(*roles) or lent

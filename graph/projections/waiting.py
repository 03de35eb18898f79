"""For whom a case or file waits now, and for whom it already waited before."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import neo4j

from casework.actors import Actor, Role
from casework.waits import Waits, waits_of


@dataclass(frozen=True)
class Waiting:
    """Who has the next step after a change, and who had it before."""

    now: Waits = field(default_factory=Waits)
    before: Waits = field(default_factory=Waits)

    @property
    def gained(self) -> Waits:
        """To whom the next step has come."""
        return Waits(self.now.roles - self.before.roles, self.now.people - self.before.people)


def waiting_fields(waits: Waits) -> dict[str, Any]:
    """What a node keeps of it: `waits_for` names roles, `waits_on` accounts and persons."""
    return {
        "waits_for": sorted(role.value for role in waits.roles),
        "waits_on": sorted(waits.people),
    }


def asking(actor: Actor, at: datetime) -> dict[str, Any]:
    """What a query compares those with: `roles` and `people` of a person who looks."""
    own = waits_of(actor, at)
    return {"roles": sorted(role.value for role in own.roles), "people": sorted(own.people)}


def waiting(now: Waits, before: neo4j.Record) -> Waiting:
    """Build from what the node kept (`roles`, `people`); a new node waited for nobody.

    A node of an older version kept no people: nothing new has come to them.
    """
    roles, people = before["roles"], before["people"]
    known = now.people if people is None and roles is not None else frozenset(people or ())
    return Waiting(now, Waits(frozenset(map(Role, roles or ())), known))

"""What became of a ring since the last run."""

from __future__ import annotations

from datetime import datetime

import strawberry

from api.context import Info
from api.ring.queries import ring_key
from casework.refusal import Refusal
from casework.refusal_texts.kinds import Kind
from graph.rings import changes


@strawberry.type
class RingMover:
    """A person who joined or left a ring. The name is masked."""

    psn_no: str
    name: str | None


@strawberry.type
class RingChange:
    """``change`` is new, same, grown, shrunk, exchanged (as many people, some of them others), split,
    merged or ended; ``changedFrom`` names the rings
    of the run ``before`` that this one comes from; ``at`` is the run that says so."""

    change: str
    changed_from: list[str]
    joined: list[RingMover]
    left: list[RingMover]
    at: datetime | None
    before: datetime | None


@strawberry.type
class RingChangeQueries:
    """The change panel of a ring's page."""

    @strawberry.field
    async def ring_change(self, info: Info, id: strawberry.ID) -> RingChange | None:
        """What changed since the run before; none when missing or not for this reader."""
        context = info.context
        try:
            found = await changes.ring_change(context.driver, context.viewer, ring_key(id))
        except Refusal as refusal:
            if refusal.kind is Kind.NOT_FOUND:
                return None
            raise
        return RingChange(
            change=found.change.value,
            changed_from=list(found.changed_from),
            joined=[mover_of(one) for one in found.joined],
            left=[mover_of(one) for one in found.left],
            at=found.at,
            before=found.before,
        )


def mover_of(one: changes.Mover) -> RingMover:
    """A person who moved."""
    return RingMover(psn_no=one.psn_no, name=one.name or None)

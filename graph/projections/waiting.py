"""For whom a case or file waits now, and for whom it already waited before."""

from collections.abc import Iterable
from dataclasses import dataclass

from casework.actors import Role


@dataclass(frozen=True)
class Waiting:
    """Roles that have the next step after a change, and those that had it before."""

    now: frozenset[Role] = frozenset()
    before: frozenset[Role] = frozenset()

    @property
    def gained(self) -> frozenset[Role]:
        """Roles to whom the next step has come."""
        return self.now - self.before


def waiting(now: Iterable[str], before: Iterable[str] | None) -> Waiting:
    """Build from the names that the nodes keep; `before` None: there was no node."""
    return Waiting(frozenset(map(Role, now)), frozenset(map(Role, before or ())))

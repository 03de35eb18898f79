"""Which cases a list shows."""

import strawberry

from casework.actors import Role
from casework.commands.case import Path


@strawberry.input
class CaseFilter:
    """Absent fields do not filter. ``openedIn``, ``outcomeIn``: a year (YYYY) or month (YYYY-MM).

    ``waitsForRole``: cases whose next step somebody of that role can take. ``workable``: open ones
    to which this person may add findings, rings and evidence.
    """

    stages: list[str] | None = None
    path: Path | None = None
    officer: str | None = None
    party_key: str | None = None
    text: str | None = None
    mine: bool = False
    workable: bool = False
    waiting_for_me: bool = False
    waits_for_role: Role | None = None
    opened_in: str | None = None
    outcome: str | None = None
    outcome_in: str | None = None

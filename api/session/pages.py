"""Which pages the roles open. The server decides; the desk only draws the rail by it."""

from __future__ import annotations

from casework.actors import BUREAU, DATA_WORKERS, Actor, Role

INSTITUTION = frozenset({Role.INSURANCE_OFFICE, Role.PARTY_SECRETARY})

#: Page → roles, in the order of the rail.
PAGES: dict[str, frozenset[Role]] = {
    "inbox": frozenset(Role),
    "findings": BUREAU | {Role.INSURANCE_OFFICE},
    "rings": BUREAU,
    "sameness": BUREAU,
    "graph": BUREAU,
    "inspections": BUREAU,
    "cases": BUREAU | {Role.INSURANCE_OFFICE},
    "measures": BUREAU | {Role.INSURANCE_OFFICE},
    "delegations": BUREAU,
    "documents": BUREAU,
    "points": BUREAU | INSTITUTION | {Role.PHYSICIAN},
    "restoration": BUREAU | INSTITUTION | {Role.PHYSICIAN},
    "courses": BUREAU,
    "study": frozenset({Role.PHYSICIAN}),
    "imports": DATA_WORKERS,
    "rules": BUREAU,
    "users": frozenset({Role.SECURITY_ADMIN}),
    "keys": frozenset({Role.SECURITY_ADMIN}),
    "log": frozenset({Role.AUDITOR}),
    "system": frozenset({Role.SYSTEM_ADMIN}),
}


def pages_of(actor: Actor) -> list[str]:
    """The pages this person may open, in rail order."""
    return [page for page, roles in PAGES.items() if actor.roles & roles]


def may_open(actor: Actor, page: str) -> bool:
    """Whether one page is open to this person."""
    return bool(actor.roles & PAGES[page])

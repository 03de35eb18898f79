"""Which pages the roles open. The server decides; the desk only draws the rail by it."""

from __future__ import annotations

from collections.abc import Collection

from casework.actors import BUREAU, DATA_WORKERS, PRINCIPALS, Actor, Permission, Role

#: Approve, review or decide what others prepared.
REVIEWERS = PRINCIPALS | {Role.SUPERVISOR, Role.LEGAL_REVIEWER, Role.AGENCY_HEAD}
INSTITUTION = frozenset({Role.INSURANCE_OFFICE, Role.PARTY_SECRETARY})

#: Page → roles, in the order of the rail.
PAGES: dict[str, frozenset[Role]] = {
    "inbox": frozenset(Role),
    "notices": frozenset(Role),
    "calendar": BUREAU | INSTITUTION | {Role.PHYSICIAN},
    "boards": BUREAU,
    "reviews": REVIEWERS,
    "year": PRINCIPALS | {Role.SUPERVISOR},
    "findings": BUREAU | {Role.INSURANCE_OFFICE},
    "rings": BUREAU,
    "sameness": BUREAU,
    "graph": BUREAU,
    "inspections": BUREAU | {Role.INSURANCE_OFFICE},
    "console": BUREAU,
    "cases": BUREAU | {Role.INSURANCE_OFFICE},
    "measures": BUREAU | {Role.INSURANCE_OFFICE},
    "my-measures": frozenset({Role.PHYSICIAN}),
    "delegations": BUREAU | {Role.PARTY_SECRETARY},
    "documents": BUREAU,
    "points": BUREAU | INSTITUTION | {Role.PHYSICIAN},
    "restoration": BUREAU | INSTITUTION | {Role.PHYSICIAN},
    "courses": BUREAU,
    "study": frozenset({Role.PHYSICIAN}),
    "imports": DATA_WORKERS,
    "rules": BUREAU,
    "questions": BUREAU,
    "parameters": BUREAU,
    "users": frozenset({Role.SECURITY_ADMIN}),
    "keys": frozenset({Role.SECURITY_ADMIN}),
    "outbox": frozenset({Role.SYSTEM_ADMIN}),
    "log": frozenset({Role.AUDITOR}),
}


#: Pages that a role alone does not open.
GRANTED: dict[str, Permission] = {"console": Permission.CYPHER_CONSOLE}


def pages_of(actor: Actor, granted: Collection[Permission]) -> list[str]:
    """The pages this person may open, in rail order; `granted` are the permissions in force."""
    return [
        page
        for page, roles in PAGES.items()
        if actor.roles & roles and (page not in GRANTED or GRANTED[page] in granted)
    ]


def may_open(actor: Actor, page: str) -> bool:
    """Whether one page is open to this person."""
    return bool(actor.roles & PAGES[page])

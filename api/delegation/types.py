"""Delegations of signatures and letters of entrustment."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from casework.actors import Role


@strawberry.type
class DelegableAct:
    """An act whose signature may be given away, to holders of one of the roles ``to``."""

    act: str
    title: str
    to: list[Role]


@strawberry.type
class Delegation:
    """A signature given away; ``holds`` now."""

    delegation_id: str
    principal: str
    principal_account: str
    deputy: str
    deputy_account: str
    acts: list[DelegableAct]
    starts_at: datetime
    over_at: datetime
    reason: str
    holds: bool
    ended: bool


@strawberry.type
class Entrustment:
    """A 委托书 of the bureau to its centre; ``holds`` today.

    ``scan`` is the sealed paper, an evidence item; ``scanLost`` once it is found damaged or missing.
    """

    document_no: str
    scope: str
    published_on: date
    where: str
    starts_on: date
    ends_on: date
    by: str
    scan: str | None
    scan_name: str | None
    scan_lost: bool
    holds: bool


@strawberry.type
class Absence:
    """Days on which somebody is away, both included; ``holds`` today, ``mayEnd``: by this reader."""

    absence_id: str
    who: str
    who_account: str
    stand_in: str | None
    starts_on: date
    over_on: date
    reason: str
    holds: bool
    ended: bool
    may_end: bool


@strawberry.type
class NeverDelegated:
    """An act that can never be delegated, and the law that says so."""

    title: str
    basis: str


@strawberry.type
class MandateRegister:
    """All delegations, letters and absences, the latest first; what this person may give away.

    ``mayRecordOthers``: he may say of a colleague that he is away.
    """

    delegations: list[Delegation]
    letters: list[Entrustment]
    absences: list[Absence]
    mine: list[DelegableAct]
    may_record_others: bool
    never: list[NeverDelegated]
    version: int

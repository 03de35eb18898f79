"""Accounts and roles."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.ids import Node
from api.inputs import enum_of
from casework.actors import Permission, Role

enum_of(Role)
enum_of(Permission)


@strawberry.type
class HeldPermission:
    """What an account may beyond its roles, until the end of a day."""

    permission: Permission
    until: date


@strawberry.type
class Account(Node):
    """A person's account; nobody shares one."""

    id: strawberry.ID
    account: str
    name: str
    roles: list[Role]
    person: str
    prac_psn_code: str | None
    fixmedins_code: str | None
    disabled: bool
    locked: bool
    must_change_password: bool
    permissions: list[HeldPermission]
    last_sign_in_at: datetime | None
    version: int


@strawberry.type
class AccountRef:
    """A colleague, to be chosen as officer.

    ``certificateNo``: shown when he was last named as one; told where colleagues are chosen, as is
    ``awayUntil``, the last day of an absence that lasts, and ``discusses``: whether he is a member of the
    collective discussions of today by the law and the bureau's rule.
    """

    account: str
    name: str
    roles: list[Role]
    certificate_no: str | None = None
    away_until: date | None = None
    discusses: bool = False

"""Accounts for the security administrator, colleagues for everyone in the bureau."""

from __future__ import annotations

import strawberry

from api.account.types import Account, AccountRef, HeldPermission
from api.context import Info
from api.ids import to_global
from casework.actors import BUREAU, Role
from casework.cases.leaders import member_roles
from casework.clocks.calendars import local_date
from casework.points.parameters import STREAM
from graph.accounts.read import Account as StoredAccount
from graph.accounts.read import every_account, own_house
from graph.delegation.away import away_on
from graph.points.parameters import bureau_parameters


def account_of(account: StoredAccount, now_locked: bool) -> Account:
    """An account without anything secret."""
    actor = account.actor
    return Account(
        id=to_global("Account", actor.account),
        account=actor.account,
        name=actor.name,
        roles=sorted(actor.roles),
        person=actor.person,
        prac_psn_code=actor.prac_psn_code,
        fixmedins_code=actor.fixmedins_code,
        disabled=account.disabled,
        locked=now_locked,
        must_change_password=account.must_change_password,
        permissions=[
            HeldPermission(permission=held, until=day)
            for held, day in sorted(account.permissions.items())
        ],
        last_sign_in_at=account.last_sign_in,
        version=account.version,
    )


@strawberry.type
class AccountQueries:
    """The users page, and whom one can name."""

    @strawberry.field
    async def accounts(self, info: Info) -> list[Account]:
        """All accounts, for the security administrator and the auditor."""
        context = info.context
        viewer = context.viewer
        if not viewer.actor.holds(Role.SECURITY_ADMIN, Role.AUDITOR):
            return []
        found = await every_account(context.driver, viewer)
        return [
            account_of(a, a.locked_until is not None and context.at < a.locked_until) for a in found
        ]

    @strawberry.field
    async def colleagues(self, info: Info, role: Role | None = None) -> list[AccountRef]:
        """People who can be named, for a task or as deputy: of the bureau, or of one's own hospital."""
        context = info.context
        if context.actor.holds(Role.PARTY_SECRETARY) and not context.actor.holds(*BUREAU):
            found = await own_house(context.driver, context.viewer)
        else:
            found = await every_account(context.driver, context.viewer, role=role)
        rules = {STREAM: await bureau_parameters(context.driver, context.viewer)}
        members = member_roles(rules, context.at)
        away = await away_on(context.driver, context.viewer, local_date(context.at))
        return [
            AccountRef(
                account=a.actor.account,
                name=a.actor.name,
                roles=sorted(a.actor.roles),
                certificate_no=a.certificate_no,
                away_until=away.get(a.actor.account),
                discusses=a.actor.holds(*members),
            )
            for a in found
            if not a.disabled
        ]

"""Acts on accounts that hand out a one-time password, and unlocking, which clears failures."""

from __future__ import annotations

import strawberry

from api.account.queries import account_of
from api.answers import ErrorsAsData
from api.context import Info
from api.errors import Missing
from api.inputs import input_of, to_dataclass
from api.results import AccountResult, AccountSuccess
from casework.commands.accounts import (
    AccountCommand,
    CreateAccount,
    DisableAccount,
    ResetPassword,
    UnlockAccount,
)
from casework.commands.base import Command
from casework.events import Event
from graph.accounts.passwords import create_account, reset_password, unlock_account
from graph.accounts.read import find_account

AccountCreateInput = input_of(CreateAccount, "AccountCreateInput")
AccountResetInput = input_of(ResetPassword, "AccountResetInput")
AccountUnlockInput = input_of(UnlockAccount, "AccountUnlockInput")


async def answer(info: Info, login: str, password: str | None = None) -> AccountSuccess:
    """The account as it stands; what happened ends its running session."""
    context = info.context
    account = await find_account(context.driver, login)
    if account is None:
        raise Missing("账号")
    locked = account.locked_until is not None and context.at < account.locked_until
    return AccountSuccess(account=account_of(account, locked), one_time_password=password)


async def after_act(info: Info, command: Command, events: list[Event]) -> AccountSuccess:
    """Answer of the derived acts; a disabled account loses its session."""
    if not isinstance(command, AccountCommand):
        raise TypeError(type(command).__name__)
    if isinstance(command, DisableAccount):
        await info.context.services.sessions.end_all(command.login)
    return await answer(info, command.login)


@strawberry.type
class AccountMutations:
    """Creating, resetting, unlocking."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def account_create(self, info: Info, input: AccountCreateInput) -> AccountResult:  # type: ignore[valid-type]
        """Make an account; the one-time password is shown this once."""
        context = info.context
        command: CreateAccount = to_dataclass(CreateAccount, input)
        password = await create_account(context.driver, command, context.actor, context.at)
        return await answer(info, command.login, password)

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def account_reset(self, info: Info, input: AccountResetInput) -> AccountResult:  # type: ignore[valid-type]
        """Give a new one-time password; running sessions end."""
        context = info.context
        command: ResetPassword = to_dataclass(ResetPassword, input)
        password = await reset_password(context.driver, command, context.actor, context.at)
        await context.services.sessions.end_all(command.login)
        return await answer(info, command.login, password)

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def account_unlock(self, info: Info, input: AccountUnlockInput) -> AccountResult:  # type: ignore[valid-type]
        """Unlock a disabled or throttled account."""
        context = info.context
        command: UnlockAccount = to_dataclass(UnlockAccount, input)
        await unlock_account(context.driver, command, context.actor, context.at)
        return await answer(info, command.login)

"""Sign in, sign out, change the password."""

from __future__ import annotations

from dataclasses import replace

import strawberry
from starlette.responses import Response

from api.answers import ErrorsAsData
from api.context import Context, Info, granted_to
from api.errors import SignInFailed, SignInNeeded
from api.results import SessionResult, SessionSuccess
from api.session.convert import session_of
from api.sessions.store import COOKIE, CSRF_COOKIE, LONGEST, Session
from api.sessions.throttle import forget, record_failure, wait_needed
from casework.refusal import Refusal
from graph.accounts.passwords import change_password
from graph.accounts.read import Account, find_account
from graph.accounts.sign_in import sign_in


@strawberry.input
class SignInInput:
    """What the person typed."""

    account: str
    password: str


@strawberry.input
class ChangePasswordInput:
    """Old and new password."""

    old_password: str
    new_password: str


@strawberry.type
class SessionMutations:
    """The door itself."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def session_sign_in(self, info: Info, input: SignInInput) -> SessionResult:
        """Sign in; an earlier session of the account ends."""
        context = info.context
        valkey, address = context.services.valkey, _address(context)
        wait = await wait_needed(valkey, input.account, address)
        if wait:
            return _too_many(context, wait)
        try:
            account = await sign_in(
                context.driver,
                input.account,
                input.password,
                context.at,
                where="desk",
                address=address,
            )
        except Refusal as refusal:
            await record_failure(valkey, input.account, address)
            message = context.say(refusal.message_zh, refusal.message_en)
            return SignInFailed(code=refusal.code, message=message)
        await forget(valkey, input.account)
        return await _open(context, account)

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def session_sign_out(self, info: Info) -> SessionResult:
        """End the session; saying so twice is no error."""
        context = info.context
        if context.session is not None:
            await context.services.sessions.end(context.session)
        response = _response(context)
        response.delete_cookie(COOKIE)
        response.delete_cookie(CSRF_COOKIE)
        gone = replace(
            context, session=None, signed_in=None, must_change_password=False, granted=frozenset()
        )
        return SessionSuccess(session=session_of(gone))

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def session_change_password(
        self, info: Info, input: ChangePasswordInput
    ) -> SessionResult:
        """Change one's own password; a new session begins, the old one ends."""
        context = info.context
        if context.signed_in is None:
            raise SignInNeeded
        await change_password(
            context.driver,
            context.signed_in,
            input.old_password,
            input.new_password,
            context.at,
        )
        account = await find_account(context.driver, context.signed_in.account)
        if account is None:
            raise SignInNeeded
        return await _open(context, account)


async def _open(context: Context, account: Account) -> SessionSuccess:
    token, session = await context.services.sessions.open(account.actor.account, context.at)
    _set_cookies(context, token, session)
    opened = replace(
        context,
        session=session,
        signed_in=account.actor,
        must_change_password=account.must_change_password,
        granted=granted_to(account, context.at),
    )
    return SessionSuccess(session=session_of(opened))


def _set_cookies(context: Context, token: str, session: Session) -> None:
    response, secure = _response(context), context.request.url.scheme == "https"
    age = int(LONGEST.total_seconds())
    response.set_cookie(COOKIE, token, max_age=age, httponly=True, samesite="strict", secure=secure)
    response.set_cookie(CSRF_COOKIE, session.csrf, max_age=age, samesite="strict", secure=secure)


def _response(context: Context) -> Response:
    # Over a WebSocket there is no response to set a cookie on, and no sign-in either.
    if not isinstance(context.response, Response):
        raise SignInNeeded
    return context.response


def _address(context: Context) -> str:
    return context.request.client.host if context.request.client else ""


def _too_many(context: Context, wait: int) -> SignInFailed:
    message = context.say(
        f"尝试次数过多，请 {wait} 秒后再试；忘记密码请联系安全管理员重置。",
        f"Too many tries: wait {wait} seconds, or ask the security administrator for a reset.",
    )
    return SignInFailed(code="TOO_MANY_TRIES", message=message, retry_after_seconds=wait)

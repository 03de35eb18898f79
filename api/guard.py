"""Headers that keep the desk to itself, and proof that a change came from our own page."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.languages import language_of
from api.sessions.store import CSRF_HEADER, FOUND, SessionStore

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class HeadersMiddleware:
    """Content security policy without any external address, no framing, no sniffing."""

    def __init__(self, app: ASGIApp, connect_to: str) -> None:
        self.app = app
        self.policy = (
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            f"img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' {connect_to}; "
            "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = self.policy
                headers["X-Content-Type-Options"] = "nosniff"
                headers["X-Frame-Options"] = "DENY"
                headers["Referrer-Policy"] = "same-origin"
                if not scope["path"].startswith("/assets/"):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except ClientDisconnect:
            # The browser went on before its question was read: nobody is left to answer.
            return


class CsrfMiddleware:
    """A signed-in browser must send back its token with everything that is not a plain read.

    Without a session there is nothing to ride on; sign-in itself is protected by the SameSite cookie
    and by accepting JSON only.
    """

    def __init__(self, app: ASGIApp, sessions: SessionStore) -> None:
        self.app = app
        self.sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in SAFE_METHODS:
            request = Request(scope)
            session = scope[FOUND] = await self.sessions.of(request)
            if session is not None and not session.accepts(request.headers.get(CSRF_HEADER)):
                chinese = language_of(request) == "zh"
                message = (
                    "请求未通过来源校验，请刷新页面后重试。"
                    if chinese
                    else "The request does not prove that our own page sent it: reload the page."
                )
                refused = JSONResponse({"code": "CSRF", "message": message}, status_code=403)
                await refused(scope, receive, send)
                return
        await self.app(scope, receive, send)

"""Who stands behind a plain HTTP request, and refusals in HTTP's words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.context import Context, build_context
from api.errors import ApiError, Missing, SignInNeeded
from casework.refusal import Refusal
from casework.refusal_texts.kinds import Kind
from evidence.errors import EvidenceError, StoreUnreachableError

STATUS = {
    Kind.FORBIDDEN: 404,  # a forbidden object looks like a missing one
    Kind.NOT_FOUND: 404,
    Kind.INVALID: 400,
    Kind.UNLAWFUL: 409,
    Kind.CONFLICT: 409,
}
Handler = Callable[[Request, Context], Awaitable[Response]]


def for_person(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """Wraps a handler: builds the context, and turns refusals into JSON with a fitting status."""

    @wraps(handler)
    async def endpoint(request: Request) -> Response:
        context = await build_context(request.app.state.services, request, Response())
        try:
            return await handler(request, context)
        except Refusal as refusal:
            return _answer(refusal.code, _text(context, refusal), STATUS[refusal.kind])
        except ApiError as error:
            return _answer(error.code, _text(context, error), _status(error))
        except EvidenceError as error:
            status = 503 if isinstance(error, StoreUnreachableError) else 409
            return _answer(error.code.upper(), _text(context, error), status)

    return endpoint


def _text(context: Context, error: Refusal | ApiError | EvidenceError) -> str:
    return context.say(error.message_zh, error.message_en)


def _status(error: ApiError) -> int:
    if isinstance(error, SignInNeeded):
        return 401
    return 404 if isinstance(error, Missing) else 400


def _answer(code: str, message: str, status: int) -> JSONResponse:
    return JSONResponse({"code": code, "message": message}, status_code=status)

"""Expected refusals become members of the result union, in the reader's language."""

from __future__ import annotations

from typing import Any

from strawberry.extensions import FieldExtension
from strawberry.extensions.field_extension import AsyncExtensionResolver

from api.context import Info
from api.errors import (
    ApiError,
    IllegalTransition,
    Invalid,
    InvalidInput,
    LawRefused,
    Missing,
    NotFound,
    NotPermitted,
    StaleVersion,
    UserError,
)
from casework.refusal import Refusal
from casework.refusal_texts.kinds import Kind

#: Which member each kind of refusal becomes; a conflict splits by its code.
BY_KIND: dict[Kind, type[UserError]] = {
    Kind.FORBIDDEN: NotPermitted,
    Kind.NOT_FOUND: NotFound,
    Kind.INVALID: InvalidInput,
    Kind.UNLAWFUL: LawRefused,
    Kind.CONFLICT: IllegalTransition,
}


def to_user_error(error: Refusal | ApiError, language: str) -> UserError:
    """The union member for an expected exception."""
    message = error.message_zh if language == "zh" else error.message_en
    if isinstance(error, Refusal):
        return _from_refusal(error, message)
    if isinstance(error, Missing):
        return NotFound(code=error.code, message=message)
    if isinstance(error, Invalid):
        return InvalidInput(code=error.code, message=message, field=error.field)
    return NotPermitted(code=error.code, message=message)


def _from_refusal(refusal: Refusal, message: str) -> UserError:
    if refusal.code == "STALE_VERSION":
        current = refusal.facts.get("current")
        return StaleVersion(
            code=refusal.code,
            message=message,
            current_version=current if isinstance(current, int) else None,
        )
    return BY_KIND[refusal.kind](code=refusal.code, message=message)


class ErrorsAsData(FieldExtension):
    """On every mutation: a refusal is an answer, not a failure."""

    async def resolve_async(
        self, next_: AsyncExtensionResolver, source: Any, info: Info, **kwargs: Any
    ) -> Any:
        try:
            return await next_(source, info, **kwargs)
        except (Refusal, ApiError) as error:
            return to_user_error(error, info.context.language)

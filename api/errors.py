"""Errors as data: what a caller can do something about comes back inside the result union.

Every member implements :class:`UserError`. ``code`` is stable English for programs, ``message`` is
in the reader's language and names the cure. Anything else that goes wrong is masked (``limits``).
"""

from __future__ import annotations

import strawberry


class ApiError(Exception):
    """Base of the front door's own expected errors; rooms raise ``casework.refusal.Refusal``."""

    code = "API_ERROR"

    def __init__(self, message_zh: str, message_en: str) -> None:
        super().__init__(message_en)
        self.message_zh = message_zh
        self.message_en = message_en


class SignInNeeded(ApiError):
    """No valid session; also after a second sign-in elsewhere ended this one."""

    code = "SIGN_IN_NEEDED"

    def __init__(self) -> None:
        super().__init__("请先登录：会话不存在、已过期或已在别处登录。", "Please sign in first.")


class PasswordChangeNeeded(ApiError):
    """A one-time password opens nothing but its own replacement."""

    code = "PASSWORD_CHANGE_NEEDED"

    def __init__(self) -> None:
        super().__init__("请先修改一次性密码。", "Change the one-time password first.")


class Missing(ApiError):
    """Not there, or not for this reader: the two look the same on purpose."""

    code = "NOT_FOUND"

    def __init__(self, what: str = "") -> None:
        super().__init__(f"未找到{what}，或您无权查看。", "Not found, or not visible to you.")


class Invalid(ApiError):
    """An input that cannot be used; ``field`` names it."""

    code = "INVALID_INPUT"

    def __init__(self, field: str, message_zh: str, message_en: str) -> None:
        super().__init__(message_zh, message_en)
        self.field = field


class BadCursor(Invalid):
    """A cursor that this list never gave out."""

    code = "BAD_CURSOR"

    def __init__(self) -> None:
        super().__init__(
            "after", "翻页位置无效，请从第一页重新开始。", "Bad cursor: start from the first page."
        )


@strawberry.interface
class UserError:
    """Something the person can act on."""

    code: str
    message: str


@strawberry.type
class NotPermitted(UserError):
    """The person's roles, or who acted before, do not allow this (duties are separated)."""


@strawberry.type
class NotFound(UserError):
    """Missing, or not visible to this person."""


@strawberry.type
class InvalidInput(UserError):
    """A field of the input cannot be used."""

    field: str | None = None


@strawberry.type
class StaleVersion(UserError):
    """Somebody else changed the object first; reload and decide again."""

    current_version: int | None = None


@strawberry.type
class IllegalTransition(UserError):
    """The object's state does not lead there."""

    current: str | None = None


@strawberry.type
class LawRefused(UserError):
    """The law in force refuses: a band, a ban, a missing precondition."""

    basis: str | None = None


@strawberry.type
class SignInFailed(UserError):
    """Wrong account or password, a locked account, or too many attempts."""

    retry_after_seconds: int | None = None

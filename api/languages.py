"""Which of the two languages a request is answered in."""

from __future__ import annotations

from typing import Literal

from starlette.requests import HTTPConnection

Language = Literal["zh", "en"]


def language_of(connection: HTTPConnection) -> Language:
    """``X-Jicha-Language``, else ``?language=``, else ``Accept-Language``, else Chinese.

    A browser sets no header of its own on a WebSocket, hence the parameter.
    """
    asked = (
        connection.headers.get("x-jicha-language")
        or connection.query_params.get("language")
        or connection.headers.get("accept-language", "zh")
    )
    return "en" if asked.lower().startswith("en") else "zh"

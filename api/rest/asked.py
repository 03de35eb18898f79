"""What an export is asked for: its purpose, and how it is narrowed.

Addresses are written to the logs of proxies and browsers, and a purpose or a filter may name a person.
So they come in the body of a POST, as a JSON object, with the page's token like every other POST. A
GET asks for the whole, masked; a purpose in its address is refused, so that nobody takes a masked
file for the one he asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.requests import Request

from api.bodies import read_json
from api.errors import Invalid
from casework.events import Json

#: GET for the masked whole, POST with a purpose or a filter.
METHODS = ["GET", "POST"]
MOST_BYTES = 65_536
LONGEST = 500


@dataclass(frozen=True)
class Asked:
    """What the body said; `purpose` is None without one."""

    purpose: str | None = None
    given: Mapping[str, Json] = field(default_factory=dict)

    def needed(self) -> str:
        """The purpose. Raises :class:`Invalid` without one."""
        if self.purpose is None:
            raise Invalid("purpose", "请填写调阅用途。", "State the purpose.")
        return self.purpose

    def filter(self) -> Mapping[str, Json]:
        """The filter without what is null. Raises :class:`Invalid` for anything but an object."""
        found = self.given.get("filter") or {}
        if not isinstance(found, dict):
            raise unreadable_filter()
        return {name: value for name, value in found.items() if value is not None}

    def names(self, key: str) -> tuple[str, ...]:
        """A list of names, empty without one. Raises :class:`Invalid` for anything else."""
        found = self.given.get(key) or []
        if not isinstance(found, list):
            raise Invalid(key, f"{key} 应为列表。", f"{key} has to be a list.")
        return tuple(str(name) for name in found)


def unreadable_filter() -> Invalid:
    """The error for a filter that is none."""
    return Invalid("filter", "筛选条件无法识别。", "The filter cannot be read.")


async def asked_of(request: Request) -> Asked:
    """Reads the body. Raises :class:`Invalid` for one that is no JSON object of a modest size, for
    a purpose that is no text of at most 500 characters, and for one in the address."""
    if "purpose" in request.query_params or "filter" in request.query_params:
        raise Invalid(
            "purpose",
            "用途和筛选条件不得写在网址中（会被日志记录），请用 POST 以 JSON 正文提交。",
            "Purpose and filter do not belong into an address, which is logged: POST them as JSON.",
        )
    if request.method != "POST":
        return Asked()
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise _unreadable()
    try:
        given = read_json(bytes(body))
    except ValueError:
        raise _unreadable() from None
    if not isinstance(given, dict):
        raise _unreadable()
    return Asked(_purpose(given.get("purpose")), given)


def _purpose(given: Json) -> str | None:
    if given is None:
        return None
    if not isinstance(given, str) or len(given) > LONGEST:
        raise Invalid(
            "purpose",
            f"用途应为至多 {LONGEST} 字的文字。",
            f"A purpose has {LONGEST} characters at most.",
        )
    return given.strip() or None


def _unreadable() -> Invalid:
    return Invalid("body", "请求正文应为 JSON 对象。", "The body has to be a JSON object.")

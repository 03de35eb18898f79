"""Keyset cursors: where the last page ended, as opaque text."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final

from casework.refusal import refuse

Place = list[str | int | None]
# Whoever pages further than this should narrow his question.
DEEPEST: Final = 5000


def write_cursor(place: Place) -> str:
    """Pack a place."""
    return urlsafe_b64encode(json.dumps(place, ensure_ascii=False).encode()).decode()


def read_cursor(text: str | None, length: int) -> Place | None:
    """Unpack a place of `length` parts; raises the refusal BAD_CURSOR for anything else."""
    if text is None:
        return None
    try:
        place = json.loads(urlsafe_b64decode(text.encode()))
    except ValueError as error:
        raise bad_cursor() from error
    if not isinstance(place, list) or len(place) != length:
        raise bad_cursor()
    if not all(part is None or type(part) in (str, int) for part in place):
        raise bad_cursor()
    return place


def read_offset(text: str | None) -> int:
    """How many rows were shown before; for lists whose order is made of several parts."""
    place = read_cursor(text, 1)
    skip = place[0] if place else 0
    if not isinstance(skip, int) or not 0 <= skip <= DEEPEST:
        raise bad_cursor()
    return skip


def write_offset(skip: int, more: bool) -> str | None:
    """The cursor behind `skip` rows; none at the end, and none beyond what may be paged."""
    return write_cursor([skip]) if more and skip <= DEEPEST else None


def bad_cursor() -> Exception:
    """The refusal for a cursor that this question did not give out."""
    return refuse("BAD_CURSOR")

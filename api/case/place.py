"""Whether the party is the bureau's own to punish, as the case page tells it."""

from __future__ import annotations

import strawberry

from api.names import Language, pick
from casework.cases.reach import Reach


@strawberry.type
class CasePlace:
    """An institution outside the county, or one of which nobody can tell: why, and the cure.

    ``outside``: the case goes to the place of care. Else the parameter ``own_area`` is to be set.
    """

    outside: bool
    title: str
    text: str


def place_of(reach: Reach | None, language: Language) -> CasePlace | None:
    """None where the bureau may punish the party."""
    if reach is None:
        return None
    title, text = pick(language, *reach.title), pick(language, *reach.text)
    return CasePlace(outside=reach.outside, title=title, text=text)

"""What changed in a case, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from api.case import types as gql
from api.case.worksheets import NOTHING, titled
from api.names import Language, pick
from casework.cases.differences import Change
from casework.cases.state import CaseState


def changes_of(
    state: CaseState, changes: Iterable[Change], language: Language
) -> list[gql.CaseChange]:
    """Each fact before and after."""
    return [_change(state, one, language) for one in changes]


def _change(state: CaseState, one: Change, language: Language) -> gql.CaseChange:
    name = titled(state, pick(language, one.name.zh, one.name.en), one.of, language)
    return change_of(one, name, language)


def change_of(one: Change, title: str, language: Language) -> gql.CaseChange:
    """A fact before and after, under its title."""
    return gql.CaseChange(
        title=title,
        before=pick(language, one.before.zh, one.before.en) or NOTHING,
        after=pick(language, one.after.zh, one.after.en) or NOTHING,
        pieces=[gql.ChangePiece(kind=piece.kind, text=piece.text) for piece in one.pieces],
    )

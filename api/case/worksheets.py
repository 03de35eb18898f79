"""Penalty worksheets in the reader's language, and in what two of them differ."""

from __future__ import annotations

from api.case import types as gql
from api.lines.convert import name_of
from api.names import Language, pick
from casework.cases.parts import Worksheet
from casework.cases.state import CaseState
from casework.cases.worksheet import sheet_of
from casework.law.discretion import TIER_NAMES
from casework.law.worksheet import Sheet, compare


def worksheets_of(state: CaseState, language: Language) -> list[gql.Worksheet]:
    """The latest first."""
    return [_worksheet(state, one, language) for one in reversed(state.worksheets)]


def _worksheet(state: CaseState, one: Worksheet, language: Language) -> gql.Worksheet:
    sheet = sheet_of(state, one.worksheet_id)
    return gql.Worksheet(
        worksheet_id=one.worksheet_id,
        article_id=sheet.article.id,
        citation=sheet.article.citation,
        loss=sheet.loss,
        multiple=sheet.multiple,
        fine=sheet.fine,
        tier=pick(language, *TIER_NAMES[sheet.tier]),
        below_band=sheet.below_band,
        suspension_months=sheet.suspension_months,
        reasons=one.reasons,
        drawn_by=one.by.name,
        steps=[gql.WorksheetStep(text=_step(sheet, both, language)) for both in sheet.steps],
    )


def _step(sheet: Sheet, both: tuple[str, str], language: Language) -> str:
    """A step as people read it: what it keeps as the id of a rule stands under the rule's name."""
    text, colon = (both[0], "：") if language == "zh" else (both[1], ": ")
    head, found, rest = text.partition(colon)
    if head in {one.line.line_id for one in sheet.lines}:
        text = f"{name_of(head, language)}{found}{rest}"
    return pick(language, text, text)


def differences_of(
    state: CaseState, first: str, second: str, language: Language
) -> list[gql.WorksheetDifference]:
    """In what two worksheets of a case differ. Raises Refusal NOT_FOUND."""
    found = compare(sheet_of(state, first), sheet_of(state, second))
    return [
        gql.WorksheetDifference(
            title=pick(language, one.zh, one.en), first=one.first, second=one.second
        )
        for one in found
    ]

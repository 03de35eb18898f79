"""Penalty worksheets in the reader's language, beside each other and beside a figure from elsewhere."""

from __future__ import annotations

from decimal import Decimal

from api.case import worksheet_types as gql
from api.lines.convert import name_of
from api.names import Language, cited, pick
from casework.cases.parts import Worksheet
from casework.cases.state import CaseState
from casework.cases.worksheet import sheet_of
from casework.commands.case import SuspensionGround
from casework.law.compare import Difference, compare, judge_figure
from casework.law.discretion import TIER_NAMES
from casework.law.fines import grouped
from casework.law.reckoning import Step

#: Where one of two worksheets has no figure.
NOTHING = "—"


def worksheets_of(state: CaseState, language: Language) -> list[gql.Worksheet]:
    """The latest first."""
    return [_worksheet(state, one, language) for one in reversed(state.worksheets)]


def _worksheet(state: CaseState, one: Worksheet, language: Language) -> gql.Worksheet:
    sheet = sheet_of(state, one.worksheet_id)
    return gql.Worksheet(
        worksheet_id=one.worksheet_id,
        article_id=sheet.article.id,
        citation=cited(language, sheet.article.citation),
        loss=sheet.loss,
        multiple=sheet.multiple,
        fine=sheet.fine,
        tier=pick(language, *TIER_NAMES[sheet.tier]),
        below_band=sheet.below_band,
        suspension_months=sheet.suspension_months,
        suspension_ground=(
            SuspensionGround(one.basis.suspension_ground) if one.basis.suspension_ground else None
        ),
        consequence=one.basis.consequence,
        consequence_evidence=list(one.basis.consequence_evidence),
        reasons=one.reasons,
        drawn_by=one.by.name,
        former=state.of_former(one.worksheet_id),
        steps=[gql.WorksheetStep(text=_step(state, step, language)) for step in sheet.steps],
    )


def _step(state: CaseState, step: Step, language: Language) -> str:
    """A step as people read it: what it says of a finding stands under the finding's rule."""
    return titled(state, grouped(pick(language, step.zh, step.en)), step.of, language)


def titled(state: CaseState, title: str, of: str | None, language: Language) -> str:
    """A text under the rule of the finding that it is about, where it is about one."""
    if of is None:
        return title
    return pick(language, "{}：{}", "{}: {}").format(_named(state, of, language), title)


def _named(state: CaseState, finding_id: str, language: Language) -> str:
    """The rule of a finding of the case, or that its lines were listed by hand."""
    rules = {finding.finding_id: finding.rule_id for finding in state.findings}
    return name_of(rules.get(finding_id, finding_id), language)


def differences_of(
    state: CaseState, first: str, second: str, language: Language
) -> list[gql.WorksheetDifference]:
    """In what two worksheets of a case differ. Raises Refusal NOT_FOUND."""
    found = compare(sheet_of(state, first), sheet_of(state, second))
    return [_difference(state, one, language) for one in found]


def _difference(state: CaseState, one: Difference, language: Language) -> gql.WorksheetDifference:
    return gql.WorksheetDifference(
        title=titled(state, pick(language, one.zh, one.en), one.of, language),
        first=pick(language, *one.first) or NOTHING,
        second=pick(language, *one.second) or NOTHING,
    )


def verdict_of(
    state: CaseState, worksheet_id: str, figure: Decimal, language: Language
) -> gql.WorksheetVerdict:
    """What a worksheet of the case says about a figure in yuan. Raises Refusal NOT_FOUND."""
    said = judge_figure(sheet_of(state, worksheet_id), figure)
    return gql.WorksheetVerdict(
        figure=said.figure,
        due=said.due,
        lawful=said.lawful,
        text=pick(language, said.zh, said.en),
    )

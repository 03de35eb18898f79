"""Worksheets of a case beside each other, and beside a figure from elsewhere."""

from __future__ import annotations

from decimal import Decimal

import strawberry

from api.case import worksheet_types as gql
from api.case.worksheets import differences_of, verdict_of
from api.context import Info
from api.errors import Invalid
from casework.cases.state import CaseState
from casework.money import yuan
from casework.refusal import Refusal
from graph.cases.page import case_page


@strawberry.type
class WorksheetQueries:
    """Of a case, for the bureau alone: a party is shown no worksheet."""

    @strawberry.field
    async def worksheet_differences(
        self, info: Info, case_no: str, first: str, second: str
    ) -> list[gql.WorksheetDifference]:
        """In what two worksheets of a case differ; empty where either is not for this reader."""
        state = await _case_with(info, case_no, {first, second})
        return differences_of(state, first, second, info.context.language) if state else []

    @strawberry.field
    async def worksheet_figure(
        self, info: Info, case_no: str, worksheet_id: str, figure: Decimal
    ) -> gql.WorksheetVerdict | None:
        """Whether a published or typed fine is what the law gives, and why; null as above."""
        state = await _case_with(info, case_no, {worksheet_id})
        if state is None:
            return None
        try:
            return verdict_of(state, worksheet_id, yuan(figure), info.context.language)
        except Refusal as error:
            raise Invalid("figure", error.message_zh, error.message_en) from None


async def _case_with(info: Info, case_no: str, worksheets: set[str]) -> CaseState | None:
    """The case, where this reader may see it and all of these worksheets."""
    context = info.context
    page = await case_page(context.driver, context.viewer, case_no, context.at)
    if page is None or not worksheets <= {one.worksheet_id for one in page.state.worksheets}:
        return None
    return page.state

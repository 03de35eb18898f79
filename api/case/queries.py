"""Cases: the list, the page, and the law rows that a proposal can rest on."""

from __future__ import annotations

from datetime import date

import strawberry

from api.case import filter_types
from api.case import types as gql
from api.case.page import load_case_file, row_of
from api.context import Info
from api.errors import Invalid, Missing
from api.names import cited, pick
from api.paging import Connection, connect, decode_cursor, moment, page_size
from casework.cases.outcome import Outcome
from casework.cases.stages import Stage
from casework.clocks.calendars import local_date
from casework.clocks.rows import deadline_rows
from casework.commands.case import PartyKind
from casework.law.discretion_tables import factors_on
from casework.law.natures import rules_of
from casework.law.rows import Article, articles, articles_on
from casework.law.settable import DISCRETION_FACTORS
from casework.waits import Waits, waits_of
from graph.cases.list import CaseCursor, CaseFilter, list_cases
from graph.points.parameters import bureau_parameters


def filter_of(info: Info, given: filter_types.CaseFilter | None) -> CaseFilter:
    """The filter in the room's words."""
    if given is None:
        return CaseFilter()
    actor = info.context.actor
    try:
        stages = tuple(Stage(stage) for stage in given.stages or ())
    except ValueError:
        raise Invalid("stages", "没有这个办案阶段。", "There is no such stage.") from None
    try:
        outcome = Outcome(given.outcome) if given.outcome else None
    except ValueError:
        raise Invalid("outcome", "没有这种办理结果。", "There is no such outcome.") from None
    return CaseFilter(
        stages=stages or None,
        path=given.path.value if given.path else None,
        officer=actor.account if given.mine else given.officer,
        workable_by=actor.account if given.workable else None,
        waits_for=_waits(info, given),
        party_key=given.party_key,
        text=given.text,
        opened_in=given.opened_in,
        outcome=outcome,
        outcome_in=given.outcome_in,
    )


def _waits(info: Info, given: filter_types.CaseFilter) -> Waits | None:
    if given.waiting_for_me:
        return waits_of(info.context.actor, info.context.at)
    if given.waits_for_role is not None:
        return Waits(frozenset({given.waits_for_role}))
    return None


def article_of(article: Article, info: Info, on: date) -> gql.PenaltyArticle:
    """A law row."""
    return gql.PenaltyArticle(
        article_id=article.id,
        title=pick(info.context.language, article.zh, article.en),
        party_kind=PartyKind(article.subject),
        min_multiple=article.multiple_min,
        max_multiple=article.multiple_max,
        min_amount=article.amount_min,
        max_amount=article.amount_max,
        citation=cited(info.context.language, article.citation),
        natures=list(rules_of(article.id, on)),
        valid_from=article.valid_from,
        valid_to=article.valid_to,
    )


@strawberry.type
class CaseQueries:
    """The cases pages."""

    @strawberry.field
    async def cases(
        self,
        info: Info,
        filter: filter_types.CaseFilter | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> Connection[gql.Case]:
        """Cases that this person may see, newest first."""
        context = info.context
        cursor = decode_cursor(after, moment, str)
        page = await list_cases(
            context.driver,
            context.viewer,
            filter_of(info, filter),
            first=page_size(first),
            after=CaseCursor(*cursor) if cursor else None,
        )
        rows = [
            (row_of(row, context.language, context.at), (row.cursor.opened_at, row.cursor.case_no))
            for row in page.rows
        ]
        return connect(rows, page.has_more)

    @strawberry.field
    async def case_file(self, info: Info, case_no: str) -> gql.CaseFile | None:
        """The page of one case; null when missing or not for this reader."""
        try:
            return await load_case_file(info.context, case_no)
        except Missing:
            return None

    @strawberry.field
    async def discretion_factors(self, info: Info) -> list[gql.DiscretionFactor]:
        """Circumstances that mitigate or aggravate, in force today by the bureau's own table if it set one."""
        context = info.context
        today = local_date(context.at)
        bureau = await bureau_parameters(context.driver, context.viewer)
        named = {one.id: one for one in articles()}
        return [
            gql.DiscretionFactor(
                factor=row.id,
                title=pick(context.language, row.zh, row.en)
                + (
                    f" · {cited(context.language, named[row.article].citation)}"
                    if row.article
                    else ""
                ),
                aggravating=row.direction == "aggravating",
                basis=cited(context.language, row.basis),
            )
            for row in factors_on(bureau.setting(DISCRETION_FACTORS, today), today)
        ]

    @strawberry.field
    async def startable_periods(self, info: Info) -> list[gql.StartablePeriod]:
        """Periods whose event happens outside of the system, in force today."""
        context = info.context
        _ = context.actor
        today = local_date(context.at)
        return [
            gql.StartablePeriod(
                period=row.id,
                title=pick(context.language, row.zh, row.en),
                units=row.amount,
                calendar=row.calendar.value,
                basis=cited(context.language, row.basis),
            )
            for row in deadline_rows()
            if row.manual and row.in_force(today)
        ]

    @strawberry.field
    async def penalty_articles(
        self, info: Info, on: date, kind: PartyKind | None = None
    ) -> list[gql.PenaltyArticle]:
        """Articles in force on a day (the end of the conduct), for institutions or persons."""
        _ = info.context.actor
        rows = articles_on(on, kind.value if kind else None)
        return [article_of(article, info, on) for article in rows]

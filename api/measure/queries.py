"""Measures as of a moment, the rows of law they rest on, and the table of pharmacies."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

import strawberry

from api.context import Context, Info
from api.measure import types as gql
from api.measure.convert import level_of, overlap_of, pharmacy_act_of, row_of, term_of
from api.results import MeasureSuccess
from casework.actors import BUREAU
from casework.agreement.pharmacy import PHARMACY, outlook
from casework.agreement.table import Kept, Table, table_of
from casework.clocks.calendars import local_date
from casework.commands.base import Command
from casework.custody.state import EvidenceState
from casework.events import Event
from casework.measures.longest import as_set
from casework.measures.rows import overlaps, terms
from casework.measures.state import key_of
from graph.cases.read import case_state
from graph.custody.read import items_of
from graph.measures.proposed import rows_to_decide, rows_to_serve
from graph.measures.read import MeasureRow, measures_at, measures_of
from graph.points.parameters import bureau_parameters, pharmacy_tables


async def after_act(info: Info, command: Command, events: list[Event]) -> MeasureSuccess:
    """Answer of every act: all measures of the subject, as they stand now."""
    context, given = info.context, _subject(command)
    rows = await measures_at(context.driver, context.viewer, context.at, history=True)
    own = [r for r in rows if key_of(r.subject_kind, r.subject_key, r.department) == given]
    return MeasureSuccess(measures=await _told(context, own))


async def _told(context: Context, rows: Collection[MeasureRow]) -> list[gql.MeasureRow]:
    """The rows with the scans of their papers, all asked for at once."""
    scans = await _scans(context, rows)
    return [row_of(row, context, scans) for row in rows]


async def _scans(context: Context, rows: Iterable[MeasureRow]) -> dict[str, EvidenceState]:
    """The signed papers of these measures, for people of the bureau alone."""
    if not context.actor.holds(*BUREAU):
        return {}
    found = [row.measure for row in rows if row.measure]
    kept = [scan for one in found for scan in (*dict(one.signed).values(), *one.statements)]
    kept += [each.receipt for one in found for each in one.services]
    return await items_of(context.driver, kept)


async def _table(context: Context, case_no: str | None = None) -> Table:
    """The tables of a pharmacy's points: of a case those of its handling, otherwise today's."""
    viewer = context.viewer
    case = await case_state(context.driver, viewer, case_no) if case_no else None
    if case is not None and case.handling is not None:
        kept: Kept = case.handling.pharmacy_tables
    else:
        kept = await pharmacy_tables(context.driver, viewer, context.at)
    return table_of(kept, local_date(context.at))


def _subject(command: Any) -> str:
    return key_of(command.subject_kind, command.subject_key, command.department)


@strawberry.type
class MeasureQueries:
    """The page of measures."""

    @strawberry.field
    async def measures(
        self,
        info: Info,
        as_of: datetime | None = None,
        history: bool = False,
        case_no: str | None = None,
    ) -> list[gql.MeasureRow]:
        """What holds at a moment (now by default); with ``history`` also what does not.

        With ``caseNo`` only what that case brought about.
        """
        context = info.context
        moment = as_of or context.at
        rows = await measures_at(
            context.driver, context.viewer, moment, history=history, case_no=case_no
        )
        return await _told(context, rows)

    @strawberry.field
    async def measures_to_decide(self, info: Info) -> list[gql.MeasureRow]:
        """Proposed measures that wait for the reader's decision, what was proposed first at the top."""
        context = info.context
        rows = await rows_to_decide(context.driver, context.viewer, context.at)
        return await _told(context, rows)

    @strawberry.field
    async def measures_to_serve(self, info: Info) -> list[gql.MeasureRow]:
        """Measures decided or lifted whose notice the reader has to serve, the oldest at the top."""
        context = info.context
        rows = await rows_to_serve(context.driver, context.viewer, context.at)
        return await _told(context, rows)

    @strawberry.field
    async def measure_terms(self, info: Info) -> list[gql.MeasureTerm]:
        """Rows of law in force today that a measure may rest on, with the months that the bureau set."""
        context = info.context
        _ = context.actor
        today = local_date(context.at)
        bureau = await bureau_parameters(context.driver, context.viewer)
        found = (as_set(row, bureau, today) for row in terms() if row.in_force(today))
        return [term_of(row, context.language) for row in found]

    @strawberry.field
    async def measure_overlaps(self, info: Info) -> list[gql.OverlapRule]:
        """Rules of overlaps in force today."""
        context = info.context
        _ = context.actor
        today = local_date(context.at)
        return [overlap_of(row, context.language) for row in overlaps() if row.in_force(today)]

    @strawberry.field
    async def pharmacy_acts(
        self, info: Info, fixmedins_code: str | None = None
    ) -> list[gql.PharmacyAct]:
        """The local table of a pharmacy's points, in force today; empty for whom it is not."""
        context = info.context
        _ = context.actor
        if fixmedins_code and not fixmedins_code.startswith(PHARMACY):
            return []
        table = await _table(context)
        return [pharmacy_act_of(row, context.language) for row in table.acts]

    @strawberry.field
    async def pharmacy_levels(self, info: Info) -> list[gql.PharmacyLevel]:
        """What totals of a pharmacy's points bring about, in force today."""
        table = await _table(info.context)
        return [level_of(row, info.context.language) for row in table.levels]

    @strawberry.field
    async def pharmacy_outlook(
        self, info: Info, fixmedins_code: str, acts: list[str], case_no: str | None = None
    ) -> gql.PharmacyOutlook | None:
        """The year's points of a pharmacy and what these acts would add; null for whom it is not.

        With ``caseNo`` by the tables that its handling was proposed under, otherwise by today's.
        """
        context = info.context
        state = await measures_of(context.driver, context.viewer, fixmedins_code)
        if state is None:
            return None
        ahead = outlook(state, acts, await _table(context, case_no), context.at)
        level = level_of(ahead.level, context.language) if ahead.level else None
        return gql.PharmacyOutlook(
            before=ahead.before, after=ahead.after, level=level, refuse=ahead.refuse
        )

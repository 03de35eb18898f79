"""The lines of a case, what a verdict would do, and the ledger."""

from __future__ import annotations

from typing import Any

import strawberry

from api.context import Info
from api.errors import Invalid
from api.inputs import to_dataclass
from api.lines import types as gql
from api.lines.acts import claimed_behind
from api.lines.convert import groups_of, ledger_of, line_of, totals_of
from api.paging import decode_cursor, encode_cursor, offset, page_size
from casework.clocks.calendars import local_date
from casework.commands.case import JudgeLines, LineFilter
from casework.lines import state as room
from casework.lines.judge import verdicts
from casework.lines.listing import arrived, takes_lines
from casework.lines.select import matching
from casework.refusal import Refusal
from graph.lines.read import CaseLines, case_ledger, case_lines


@strawberry.type
class LineQueries:
    """Of a case, for the bureau alone."""

    @strawberry.field
    async def case_lines(
        self,
        info: Info,
        case_no: str,
        filter: gql.LineFilterInput | None = None,
        first: int = 200,
        after: str | None = None,
    ) -> gql.CaseLines | None:
        """A page of lines, in the order in which they were listed; null for who may not see them."""
        context = info.context
        found = await case_lines(context.driver, context.viewer, case_no)
        if found is None:
            return None
        where = _filter(filter)
        met = list(matching(found.lines, where))
        cursor = decode_cursor(after, offset)
        start, size = (cursor[0] if cursor else 0), page_size(first)
        return _page(found, met, start, size, info)

    @strawberry.field
    async def case_lines_preview(
        self,
        info: Info,
        input: gql.PreviewInput,
    ) -> gql.LinesPreview | None:
        """What a verdict would do, before it is said."""
        command: JudgeLines = to_dataclass(JudgeLines, input)
        context = info.context
        found = await case_lines(context.driver, context.viewer, command.case_no)
        return preview_of(found, command, context.language == "zh") if found else None

    @strawberry.field
    async def case_lines_arrived(self, info: Info, case_no: str) -> gql.ArrivedLines | None:
        """Fees that came behind the case's findings after it listed their lines; null: none did."""
        context = info.context
        found = await case_lines(context.driver, context.viewer, case_no)
        if found is None or not found.lines.lines or not takes_lines(found.case):
            return None
        new = arrived(found.case, found.lines, await claimed_behind(context, found.case))
        if not new:
            return None
        sums = room.totals_of(map(room.Line, new))
        return gql.ArrivedLines(count=sums.listed, suspected=sums.suspected)

    @strawberry.field
    async def case_ledger(self, info: Info, case_no: str) -> gql.CaseLedger | None:
        """The recovery ledger of a case; null for who may not see it."""
        context = info.context
        found = await case_ledger(context.driver, context.viewer, case_no)
        return ledger_of(found, local_date(context.at), context.language) if found else None


def _filter(given: Any) -> LineFilter | None:
    if given is None:
        return None
    where: LineFilter = to_dataclass(LineFilter, given)
    known = (None, room.OPEN, "confirmed", "partly", "rejected")
    if where.state not in known:
        raise Invalid("state", "没有这种认定状态。", "There is no such state.")
    return where


def _page(
    found: CaseLines, met: list[room.Line], start: int, size: int, info: Info
) -> gql.CaseLines:
    language, end = info.context.language, start + size
    books = found.by_code
    return gql.CaseLines(
        rows=[line_of(line, found, books, language) for line in met[start:end]],
        total=len(met),
        end_cursor=encode_cursor((end,)) if end < len(met) else None,
        matched=totals_of(room.totals_of(met)),
        whole=totals_of(found.case.lines),
        groups=groups_of(found.lines.lines.values(), language),
        clashes=[gql.LineClash(**vars(one)) for one in found.clashes],
        unset=[gql.UnsetRefund(**vars(one)) for one in found.unset],
        institutions=found.institutions,
    )


def preview_of(found: CaseLines, command: JudgeLines, chinese: bool) -> gql.LinesPreview:
    """Count and sums of the chosen lines as they would stand; a refusal in words."""
    try:
        changed = verdicts(command, found.lines, found.states)
    except Refusal as no:
        said = no.message_zh if chinese else no.message_en
        nothing = room.NO_LINES
        return gql.LinesPreview(
            count=0, suspected=nothing.suspected, confirmed=nothing.confirmed,
            returned=nothing.returned, loss=nothing.loss, loss_before=nothing.loss, refused=said,
        )  # fmt: skip
    before = room.totals_of(found.lines.lines[line.of.line_id] for line in changed)
    after = room.totals_of(changed)
    return gql.LinesPreview(
        count=len(changed),
        suspected=after.suspected,
        confirmed=after.confirmed,
        returned=after.returned,
        loss=after.loss,
        loss_before=before.loss,
        refused=None,
    )

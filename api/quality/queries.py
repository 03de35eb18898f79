"""The quality report of a batch, the rows behind its lines, and previews."""

from __future__ import annotations

from functools import partial

import anyio
import anyio.to_thread
import strawberry

from api.account.types import AccountRef
from api.batch.queries import permit_imports
from api.context import Context, Info
from api.errors import Invalid, Missing
from api.ids import to_global
from api.quality import types as gql
from api.quality.convert import batch_key, said
from api.rest.incoming import NAME, incoming_root
from audit.export.cells import Cells, masked_cells
from claims.errors import BatchUnknown, ClaimsError, QualityLineUnknown
from claims.intake.preview import PreviewFile, preview
from claims.intake.reasons import reason_en
from claims.own_profiles import known_profiles
from claims.quality.report import QualityLine, QualityReport, quality_report
from claims.quality.rows import REJECT_COLUMNS, quality_rows
from claims.quality.worklist import Work, work_of, worklist
from graph.accounts.read import every_account

PAGE = 100
# Lines of a worklist at most: nobody works through more, and everything has its limit.
ENTRIES = 500
# A page never starts further in than this: who needs more takes the workbook or the terminal.
FARTHEST = 100_000


async def report_of(context: Context, batch_id: str) -> QualityReport:
    """The report; :class:`Missing` for whoever may not open imports, or where there is no batch."""
    store = permit_imports(context)
    try:
        return await anyio.to_thread.run_sync(quality_report, store, batch_id, context.at)
    except BatchUnknown:
        raise Missing("导入批次") from None


async def quality_of(context: Context, batch_id: str) -> gql.BatchQuality:
    """Report and worklist of a batch."""
    report = await report_of(context, batch_id)
    work = await anyio.to_thread.run_sync(work_of, permit_imports(context), batch_id)
    people = await people_of(context) if work else {}
    return gql.BatchQuality(
        batch_id=batch_id,
        at=report.at,
        asked=report.asked,
        lines=[
            _line(context, line, work.get(line.line_id, Work()), people) for line in report.lines
        ],
        columns=[
            gql.ColumnFill(
                table=c.table,
                column=c.column,
                title=c.title,
                filled=c.filled,
                rows=c.rows,
                sent=c.sent,
            )
            for c in report.columns
        ],
        months=[
            gql.MonthTrend(
                table=m.table, month=m.month, in_batch=m.in_batch, rows=m.rows, usual=m.usual
            )
            for m in report.months
        ],
    )


async def people_of(context: Context) -> dict[str, AccountRef]:
    """Everybody with an account, by it."""
    found = await every_account(context.driver, context.viewer)
    return {
        a.actor.account: AccountRef(
            account=a.actor.account, name=a.actor.name, roles=sorted(a.actor.roles)
        )
        for a in found
    }


def _reasons_said(context: Context, rows: tuple[Cells, ...]) -> tuple[Cells, ...]:
    """Rejected rows with the reason in the reader's language."""
    return tuple(
        (*rest, code, context.say(reason or "", reason_en(code or "")))
        for *rest, code, reason in rows
    )


def _line(
    context: Context, line: QualityLine, work: Work, people: dict[str, AccountRef]
) -> gql.QualityLine:
    return gql.QualityLine(
        line_id=line.line_id,
        kind=line.kind,
        table=line.table,
        column=line.column or None,
        rows=line.rows,
        asked=line.of,
        said=said(context.say(line.zh, line.en)),
        state=gql.QualityState(work.state.value),
        owner=people.get(work.owner),
        note=work.note or None,
        changed_by=work.by or None,
        changed_at=work.at,
    )


def _file(context: Context, file: PreviewFile) -> gql.PreviewFile:
    problem = context.say(file.problem_zh, file.problem_en or "") if file.problem_zh else None
    return gql.PreviewFile(
        name=file.name,
        source=file.source,
        encoding=file.encoding,
        unknown_columns=list(file.unknown_columns),
        broken_lines=list(file.broken_lines),
        tables=[
            gql.PreviewTable(
                table=table.table,
                columns=list(table.columns),
                rows=[list(row) for row in masked_cells(table.columns, table.rows)],
                problems=[
                    gql.PreviewProblem(column=one.column, reason=context.say(one.zh, one.en))
                    if one
                    else None
                    for one in table.problems
                ],
            )
            for table in file.tables
        ],
        problem=problem,
    )


@strawberry.type
class QualityQueries:
    """The quality page and the preview before an import."""

    @strawberry.field
    async def batch_quality(self, info: Info, id: strawberry.ID) -> gql.BatchQuality | None:
        """The quality report of a batch."""
        try:
            return await quality_of(info.context, batch_key(id))
        except Missing:
            return None

    @strawberry.field
    async def quality_rows(
        self, info: Info, id: strawberry.ID, line_id: str, offset: int = 0
    ) -> gql.RowPage:
        """A hundred of the rows behind a line, persons masked."""
        store = permit_imports(info.context)
        start = min(max(0, offset), FARTHEST)
        read = partial(quality_rows, store, batch_key(id), line_id, limit=PAGE + 1, offset=start)
        try:
            found = await anyio.to_thread.run_sync(read)
        except (BatchUnknown, QualityLineUnknown):
            raise Missing("质量报告") from None
        rows = masked_cells(found.columns, found.rows[:PAGE])
        if found.columns == REJECT_COLUMNS:
            rows = _reasons_said(info.context, rows)
        more = len(found.rows) > PAGE and start + PAGE <= FARTHEST
        return gql.RowPage(
            columns=list(found.columns),
            rows=[list(row) for row in rows],
            next_offset=start + PAGE if more else None,
        )

    @strawberry.field
    async def quality_worklist(
        self, info: Info, owner: str | None = None
    ) -> list[gql.QualityEntry]:
        """What was taken in hand or closed in all batches, of one owner or of everybody."""
        context = info.context
        found = await anyio.to_thread.run_sync(worklist, permit_imports(context), owner)
        people = await people_of(context) if found else {}
        return [
            gql.QualityEntry(
                batch_id=one.batch_id,
                id=to_global("ImportBatch", one.batch_id),
                line=_line(context, one.line, one.work, people),
            )
            for one in found[:ENTRIES]
        ]

    @strawberry.field
    async def import_preview(self, info: Info, folder: str, profile: str) -> gql.ImportPreview:
        """The first hundred rows of each file of a delivery under a profile, persons masked."""
        context = info.context
        home = permit_imports(context).home
        directory = incoming_root(home) / folder
        if not NAME.fullmatch(folder) or not await anyio.Path(directory).is_dir():
            raise Missing("待导入文件夹")
        if profile not in known_profiles(home):
            raise Invalid("profile", "没有这个导入方案。", "There is no such profile.")
        read = partial(preview, home, directory, profile, context.at)
        try:
            files, ignored = await anyio.to_thread.run_sync(read)
        except ClaimsError as error:
            problem = context.say(error.message_zh, error.message_en)
            # Who looks from a page has no use for the server's path of the folder.
            problem = problem.replace(str(directory), folder)
            return gql.ImportPreview(files=[], ignored=[], problem=problem)
        return gql.ImportPreview(
            files=[_file(context, file) for file in files], ignored=ignored, problem=None
        )

"""The quality report of a batch as a workbook."""

from __future__ import annotations

from dataclasses import replace

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.batch.queries import permit_imports
from api.context import Context
from api.quality.queries import people_of, report_of
from api.rest.export import XLSX, export
from audit.export.cells import masked_cells
from audit.export.columns import Stamp
from casework.actors import Viewer
from casework.commands.access import RecordExport
from claims.quality.rows import QualityRows, quality_rows
from claims.quality.workbook import workbook
from claims.quality.worklist import work_of


async def get_quality(request: Request, context: Context) -> Response:
    """``GET /export/quality/{batch}.xlsx``: lines, completeness, months and masked rows."""
    batch_id = request.path_params["batch_id"]
    store = permit_imports(context)
    report = await report_of(context, batch_id)
    masked = context.say("是：未说明用途，个人信息已脱敏", "yes: no purpose was given")
    stamp = {**Stamp(Viewer(context.actor, None), context.at).cells, "masked": masked}
    # No purpose was asked for: what the stamp says of it in Chinese is said by the mask.
    del stamp["purpose"]

    def rows_of(line_id: str) -> QualityRows:
        found = quality_rows(store, batch_id, line_id)
        return replace(found, rows=masked_cells(found.columns, found.rows))

    people = {account: person.name for account, person in (await people_of(context)).items()}
    body = await anyio.to_thread.run_sync(
        lambda: workbook(report, work_of(store, batch_id), rows_of, stamp, context.language, people)
    )
    command = RecordExport(
        what=f"quality:{batch_id}",
        rows=len(report.lines),
        masked=True,
    )
    return await export(context, body, command, f"quality-{batch_id}.xlsx", XLSX)

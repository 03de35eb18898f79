"""The confirmed lines leave as PDF or workbook; a list of earlier refunds arrives."""

from __future__ import annotations

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.context import Context
from api.errors import Invalid, Missing
from api.rest.export import PDF, XLSX, export
from audit.findings.case_lines import billed_lines
from casework.actors import DATA_WORKERS
from casework.commands.access import RecordExport
from casework.commands.case import ImportRefunds
from casework.money import ZERO, yuan
from claims.store import ClaimStore
from evidence.forms.confirmed import confirmed_list
from graph.commands import execute
from graph.lines.read import CaseLines, case_lines
from graph.lines.refund_check import fitting
from graph.lines.refund_list import MOST_BYTES, RefundList, read_refunds
from graph.lines.workbook import confirmed_workbook

TYPES = {
    "pdf": PDF,
    "xlsx": XLSX,
}


async def get_confirmed(request: Request, context: Context) -> Response:
    """``GET /export/case-lines/{case_no}.{pdf|xlsx}``: masked names; recorded before it leaves."""
    case_no, kind = request.path_params["case_no"], request.path_params["kind"]
    found = await case_lines(context.driver, context.viewer, case_no)
    if found is None or kind not in TYPES:
        raise Missing("案件")
    body = await anyio.to_thread.run_sync(lambda: _body(found, kind, context))
    confirmed = sum(1 for line in found.lines.lines.values() if line.confirmed)
    command = RecordExport(
        what=f"case-lines:{case_no}.{kind}",
        rows=confirmed,
        masked=True,
    )
    return await export(context, body, command, f"confirmed-lines.{kind}", TYPES[kind])


def _body(found: CaseLines, kind: str, context: Context) -> bytes:
    bureau = context.services.settings.bureau_name
    if kind == "pdf":
        return confirmed_list(found.case, found.lines, bureau, context.at).pdf
    return confirmed_workbook(found.case, found.lines, context.at, bureau)


async def put_refunds(request: Request, context: Context) -> Response:
    """``PUT /refunds/{fixmedins_code}/{name}``: what is new is entered; bad rows come back by number.

    With ``?look=1`` nothing is: it says what would be.
    """
    if not context.actor.roles & DATA_WORKERS:
        raise Missing
    name, body = request.path_params["name"], bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Invalid(
                "file", "文件超过 20 MB，请分批导入。", "The file is above 20 MB: split it."
            )
    listed = await anyio.to_thread.run_sync(lambda: read_refunds(bytes(body), name))
    code, store = request.path_params["fixmedins_code"], ClaimStore(context.services.settings.home)
    bills = [one.bill for one in listed.refunds]
    lines = await anyio.to_thread.run_sync(lambda: billed_lines(store, bills))
    found = await fitting(context.driver, code, listed, lines, context.at)
    looks = request.query_params.get("look") == "1"
    if found.refunds and not looks:
        command = ImportRefunds(
            fixmedins_code=code, refunds=found.refunds, file_name=name, lines=lines
        )
        events = await execute(context.driver, command, context.actor, context.at)
        entered = sum(len(list(event.data["refunds"])) for event in events)  # type: ignore[arg-type, misc]
    else:
        entered = 0
    return JSONResponse(answer_of(found, len(found.new) if looks else entered, context))


def answer_of(found: RefundList, entered: int, context: Context) -> dict[str, object]:
    """How many rows were entered (or would be), for how many yuan, and why which were not."""
    return {
        "entered": entered,
        "amount": str(sum((yuan(one.amount) for one in found.new), ZERO)),
        "known": len(found.refunds) - entered,
        "bad": [{"row": one.row, "why": context.say(one.zh, one.en)} for one in found.bad],
    }

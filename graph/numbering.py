"""Numbers of cases and documents, allotted inside the transaction that uses them.

A series is a node whose lock is held until the commit: two acts at the same moment get two numbers,
and a refusal gives its number back with the rollback, so that no series has a gap.
"""

import re
from dataclasses import replace
from datetime import datetime
from typing import Final

import neo4j

from casework.clocks.calendars import local_date
from casework.commands.base import Command
from casework.commands.batches import DrawUpBatch
from casework.commands.case import DecideCase, DecideOnSpot, OpenCase, Ruling
from casework.commands.documents import IssueForm
from casework.commands.inspection import OpenInspection
from casework.documents.catalogue import form_of, number_text
from casework.documents.template import fold_template
from casework.points.parameters import STREAM, fold_bureau
from casework.refusal import refuse
from graph.events.load import load_in

NEXT_NUMBER: Final = """
MERGE (s:Series {key: $key})
SET s.last = coalesce(s.last, 0) + 1
RETURN s.last AS number
"""
#: Numbers of these series are allotted here and nowhere else.
SERIES: Final = re.compile(r"YB-\d{4}-\d+")
LISTS: Final = re.compile(r"HF-\d{4}-\d+")


async def numbered(tx: neo4j.AsyncManagedTransaction, command: Command, at: datetime) -> Command:
    """The command with the numbers that only the store can give."""
    match command:
        case OpenCase():
            return await _case(tx, command, at)
        case OpenInspection():
            return await _inspection(tx, command, at)
        case DrawUpBatch():
            return await _list(tx, command, at)
        case IssueForm():
            return await _form(tx, command, at)
        case (
            DecideCase(ruling=Ruling.PENALTY | Ruling.NO_PENALTY, decision_no="")
            | DecideOnSpot(decision_no="")
        ):
            number, serial, year = await _document(tx, "decision", at)
            return replace(command, decision_no=number, serial=serial, year=year)
        case DecideCase() | DecideOnSpot():
            return replace(command, serial=None, year=None)
    return command


async def _case(tx: neo4j.AsyncManagedTransaction, command: OpenCase, at: datetime) -> OpenCase:
    """The next case number of the year; one that somebody chose must leave the series free."""
    if command.case_no and SERIES.fullmatch(command.case_no):
        raise refuse(
            "BAD_VALUE",
            field="案件编号",
            field_en="case number",
            why="YB-年份-序号 由系统依次编号，请留空或改用本局文号",
            why_en="YB-year-serial is allotted by the system; leave it empty or use another",
        )
    if command.case_no:
        return command
    year = local_date(at).year
    return replace(command, case_no=f"YB-{year}-{await _next(tx, f'case:{year}'):04d}")


async def _inspection(
    tx: neo4j.AsyncManagedTransaction, command: OpenInspection, at: datetime
) -> OpenInspection:
    """Inspections have a series of their own; nobody chooses a number himself."""
    year = local_date(at).year
    return replace(command, inspection_no=f"JC-{year}-{await _next(tx, f'inspection:{year}'):04d}")


async def _list(
    tx: neo4j.AsyncManagedTransaction, command: DrawUpBatch, at: datetime
) -> DrawUpBatch:
    """The next number of the year's lists of restorations."""
    if LISTS.fullmatch(command.batch_id):
        raise refuse(
            "BAD_VALUE",
            field="名单编号",
            field_en="The number of the list",
            why="HF-年份-序号 由系统依次编号，请留空",
            why_en="the series HF-year-number is allotted, leave it empty",
        )
    if command.batch_id:
        return command
    year = local_date(at).year
    serial = await _next(tx, f"restoration-list:{year}")
    return replace(command, batch_id=f"HF-{year}-{serial:03d}")


async def _form(tx: neo4j.AsyncManagedTransaction, command: IssueForm, at: datetime) -> IssueForm:
    form = form_of(command.form_id)
    stream = f"template:{form.id}"
    template = fold_template(form.id, (await load_in(tx, [stream]))[stream]).sha256
    number, serial, year = "", None, None
    if form.series:
        number, serial, year = await _document(tx, form.series, at)
    return replace(command, number=number, serial=serial, year=year, template=template)


async def _document(
    tx: neo4j.AsyncManagedTransaction, series: str, at: datetime
) -> tuple[str, int, int]:
    """The next number of a series in the bureau's own form, its serial and its year."""
    on = local_date(at)
    word = fold_bureau((await load_in(tx, [STREAM]))[STREAM]).value("document_word", on)
    serial = await _next(tx, f"{series}:{on.year}")
    return number_text(series, word, on.year, serial), serial, on.year


async def _next(tx: neo4j.AsyncManagedTransaction, key: str) -> int:
    row = await (await tx.run(NEXT_NUMBER, key=key)).single(strict=True)
    return int(row["number"])

"""Numbers of cases and documents, allotted inside the transaction that uses them.

A series is a node whose lock is held until the commit: two acts at the same moment get two numbers,
and a refusal gives its number back with the rollback, so that no series has a gap.
"""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Final

import neo4j

from casework.clocks.calendars import local_date
from casework.commands.agreement import DecideHandling, DecideToPerform
from casework.commands.base import Command
from casework.commands.batches import DrawUpBatch
from casework.commands.case import (
    DecideCase,
    DecideOnSpot,
    FileCase,
    OpenCase,
    Ruling,
    TransferCase,
)
from casework.commands.documents import IssueForm
from casework.commands.inspection import OpenInspection
from casework.documents.catalogue import AGENCY_WORD, WORD, all_series, form_of, number_text
from casework.documents.template import fold_template
from casework.documents.typed import reads_like_series
from casework.events import canonical
from casework.points.parameters import STREAM, fold_bureau
from casework.refusal import refuse
from graph.events.load import load_in

NEXT_NUMBER: Final = """
MERGE (s:Series {key: $key})
SET s.last = coalesce(s.last, 0) + 1
RETURN s.last AS number
"""
#: The events that a decision's number stands in; data are canonical JSON.
DECIDED: Final = ("CaseDecided", "CaseDecidedOnSpot", "HandlingDecided", "PerformanceDecided")
TAKEN: Final = """
OPTIONAL MATCH (e:Event) WHERE e.type IN $types AND e.data CONTAINS $needle
RETURN count(e) > 0 AS taken
"""
#: Numbers of these series are allotted here and nowhere else.
SERIES: Final = re.compile(r"YB-\d{4}-\d+")
LISTS: Final = re.compile(r"HF-\d{4}-\d+")
#: The counter of a series, where its name alone is that of others: leads count under `case`, filed cases do not.
COUNTERS: Final = {"case": "docket"}


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
        case DecideCase(ruling=Ruling.NO_PENALTY, decision_no=""):
            number, serial, year = await _untaken(tx, "no_penalty", at)
            return replace(command, decision_no=number, serial=serial, year=year)
        case DecideCase(ruling=Ruling.PENALTY, decision_no="") | DecideOnSpot(decision_no=""):
            number, serial, year = await _document(tx, "decision", at)
            return replace(command, decision_no=number, serial=serial, year=year)
        case TransferCase(document_no=""):
            number, serial, year = await _document(tx, "transfer", at)
            return replace(command, document_no=number, serial=serial, year=year)
        case TransferCase():
            return replace(command, document_no=command.document_no.strip(), serial=None, year=None)
        case FileCase():
            number, serial, year = await _document(tx, "case", at)
            return replace(command, docket_no=number, serial=serial, year=year)
        case DecideHandling(ruling=Ruling.PENALTY | Ruling.NO_PENALTY) if (
            not command.decision_no.strip()
        ):
            number, serial, year = await _untaken(tx, "handling", at)
            return replace(command, decision_no=number, serial=serial, year=year)
        case DecideToPerform() if not command.decision_no.strip():
            number, serial, year = await _untaken(tx, "performance", at)
            return replace(command, decision_no=number, serial=serial, year=year)
        case DecideCase() | DecideOnSpot() | DecideHandling() | DecideToPerform():
            typed = command.decision_no.strip()
            return replace(command, decision_no=typed, serial=None, year=None)
    return command


async def check_number(tx: neo4j.AsyncManagedTransaction, command: Command, at: datetime) -> None:
    """Refuse a typed decision number that a series would allot, or that a decision has already."""
    match command:
        case (
            DecideCase(ruling=Ruling.PENALTY | Ruling.NO_PENALTY, serial=None)
            | DecideOnSpot(serial=None)
            | DecideHandling(ruling=Ruling.PENALTY | Ruling.NO_PENALTY, serial=None)
            | DecideToPerform(serial=None)
        ):
            await _typed(tx, command.decision_no, at)
        case TransferCase(serial=None):
            await _free(tx, command.document_no, at)


async def _typed(tx: neo4j.AsyncManagedTransaction, number: str, at: datetime) -> None:
    await _free(tx, number, at)
    # The lock of this counter is held until the commit: two decisions at the same moment queue.
    await _next(tx, "decision:typed")
    if await _taken(tx, number):
        raise refuse(
            "ALREADY_EXISTS", what=f"决定书文号 {number}", what_en=f"A decision numbered {number}"
        )


async def _taken(tx: neo4j.AsyncManagedTransaction, number: str) -> bool:
    """Whether a decision has that number already."""
    needle = f'"decision_no":{canonical(number).decode()}'
    found = await (await tx.run(TAKEN, types=list(DECIDED), needle=needle)).single(strict=True)
    return bool(found["taken"])


async def _free(tx: neo4j.AsyncManagedTransaction, number: str, at: datetime) -> None:
    """A typed number leaves the bureau's series free."""
    words = [await _word(tx, local_date(at), name) for name in (WORD, AGENCY_WORD)]
    if any(reads_like_series(number, word) for word in words):
        raise refuse(
            "BAD_VALUE",
            field="文号",
            field_en="the number",
            why="此形式的文号由系统依次编号，请留空，或另用代字",
            why_en="numbers of this form are allotted in order; leave it empty or use another word",
        )


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


async def _untaken(
    tx: neo4j.AsyncManagedTransaction, series: str, at: datetime
) -> tuple[str, int, int]:
    """The next number of decisions that nobody typed before there was a series of them."""
    while True:
        found = await _document(tx, series, at)
        if not await _taken(tx, found[0]):
            return found


async def _document(
    tx: neo4j.AsyncManagedTransaction, series: str, at: datetime
) -> tuple[str, int, int]:
    """The next number of a series in the bureau's own form, its serial and its year."""
    on = local_date(at)
    word = await _word(tx, on, all_series()[series].word)
    serial = await _next(tx, f"{COUNTERS.get(series, series)}:{on.year}")
    return number_text(series, word, on.year, serial), serial, on.year


async def _word(tx: neo4j.AsyncManagedTransaction, on: date, name: str) -> str:
    """The 发文代字 of a day, the bureau's or its agency's."""
    return fold_bureau((await load_in(tx, [STREAM]))[STREAM]).value(name, on)


async def _next(tx: neo4j.AsyncManagedTransaction, key: str) -> int:
    row = await (await tx.run(NEXT_NUMBER, key=key)).single(strict=True)
    return int(row["number"])

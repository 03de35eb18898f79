"""The sheet of a marked sitting goes into the vault: it is the certificate of its mark."""

from __future__ import annotations

import hashlib
import logging

import anyio.to_thread

from api.context import Context
from api.evidence.resolvers import store_of
from casework.clocks.calendars import local_date
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.courses.exam import sheet_id
from casework.events import Event
from casework.refusal import Refusal
from evidence.doctors.forms import exam_sheet
from evidence.doctors.places import codes_of, with_names
from evidence.errors import EvidenceError
from evidence.intake import deposit
from evidence.uploads import Stored, UploadIntent
from graph.commands import execute
from graph.courses.read import SittingPage, sitting_page

log = logging.getLogger("jicha.api")


async def keep_sheets(context: Context, code: str, events: list[Event]) -> None:
    """Keep the sheet of every sitting that these events marked.

    The mark stands whatever the vault says: a sheet that could not be kept now is kept when
    somebody first opens it.
    """
    for event in events:
        if event.type in ("ExamMarked", "ExamRemarked"):
            try:
                await _keep_latest(context, code, str(event.data["attempt_id"]))
            except (EvidenceError, Refusal) as error:
                log.warning("the sheet of an exam is not kept yet: %s", error)


async def _keep_latest(context: Context, code: str, attempt_id: str) -> None:
    page = await sitting_page(context.driver, context.viewer, code, attempt_id)
    if page is not None:
        await _keep(context, page, len(page.attempt.markings))


async def keep_sheet(context: Context, code: str, attempt_id: str, marking: int) -> None:
    """Print the sheet of a marking and put it on record once; each marking keeps its own."""
    page = await sitting_page(context.driver, context.viewer, code, attempt_id)
    if page is not None:
        await _keep(context, page, marking)


async def _keep(context: Context, page: SittingPage, marking: int) -> None:
    attempt = page.attempt.as_marked(marking)
    if attempt is None:
        return
    bureau, at = context.services.settings.bureau_name, attempt.markings[-1].at
    codes = codes_of(page.file)
    names = dict(zip(codes, await context.places.load_many(codes), strict=True))
    file = with_names(page.file, names)
    made = await anyio.to_thread.run_sync(
        lambda: exam_sheet(file, attempt, page.course, bureau, at)
    )
    evidence_id = sheet_id(page.file.prac_psn_code, attempt.attempt_id, marking)
    stored = await anyio.to_thread.run_sync(
        lambda: _deposit(context, evidence_id.removeprefix("EXAM-"), made.pdf)
    )
    receive = ReceiveEvidence(
        evidence_id=evidence_id,
        name=stored.name,
        kind=EvidenceKind.ELECTRONIC,
        media_type=stored.media_type,
        size=stored.size,
        sha256=stored.sha256,
        sm3=stored.sm3,
        object_key=stored.key,
        version_id=stored.version_id,
        retain_until=local_date(stored.retain_until),
        command_id=f"sheet:{evidence_id}",
    )
    await execute(context.driver, receive, context.actor, context.at)


def _deposit(context: Context, number: str, pdf: bytes) -> Stored:
    intent = UploadIntent(
        name=f"考试成绩单-{number}.pdf",
        media_type="application/pdf",
        size=len(pdf),
        sha256=hashlib.sha256(pdf).hexdigest(),
        labels={"by": context.actor.account, "case_no": ""},
    )
    return deposit(store_of(context), intent, pdf, context.at)

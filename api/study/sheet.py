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
                await keep_sheet(context, code, str(event.data["attempt_id"]))
            except (EvidenceError, Refusal) as error:
                log.warning("the sheet of an exam is not kept yet: %s", error)


async def keep_sheet(context: Context, code: str, attempt_id: str) -> None:
    """Print the sheet and put it on record once; a sheet that is there stays as it was marked first."""
    page = await sitting_page(context.driver, context.viewer, code, attempt_id)
    if page is None or page.attempt.mark is None or page.attempt.marked_at is None:
        return
    bureau, at = context.services.settings.bureau_name, page.attempt.marked_at
    made = await anyio.to_thread.run_sync(
        lambda: exam_sheet(page.file, page.attempt, page.course, bureau, at)
    )
    stored = await anyio.to_thread.run_sync(lambda: _deposit(context, page, made.pdf))
    evidence_id = sheet_id(code, attempt_id)
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


def _deposit(context: Context, page: SittingPage, pdf: bytes) -> Stored:
    intent = UploadIntent(
        name=f"考试成绩单-{page.file.prac_psn_code}-{page.attempt.attempt_id}.pdf",
        media_type="application/pdf",
        size=len(pdf),
        sha256=hashlib.sha256(pdf).hexdigest(),
        labels={"by": context.actor.account, "case_no": ""},
    )
    return deposit(store_of(context), intent, pdf, context.at)

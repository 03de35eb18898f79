"""Draw up a list, and do the same act for several of its rows: one refusal holds up no other."""

from __future__ import annotations

from collections.abc import Sequence

import strawberry

from api.acts import Act, perform
from api.answers import ErrorsAsData
from api.context import Info
from api.errors import Invalid, Missing
from api.restoration_batch import types as gql
from api.restoration_batch.queries import load_batch
from api.results import BatchDrawResult, BatchHandleResult
from casework.batches.draw import MOST_MEMBERS
from casework.commands import restoration as r
from casework.commands.base import Command
from casework.commands.batches import DrawUpBatch, StrikeFromBatch, VoidBatch
from casework.events import Event
from casework.refusal import Refusal

BATCH_ACTS = (
    Act("restorationBatchStrike", StrikeFromBatch),
    Act("restorationBatchVoid", VoidBatch),
)


async def after_batch_act(info: Info, command: Command, events: list[Event]) -> gql.BatchDrawn:
    """Answer of a change: the list as it stands."""
    batch = await load_batch(info.context, events[0].stream.removeprefix("batch:"))
    if batch is None:
        raise Missing
    return gql.BatchDrawn(batch=batch)


OPINIONS: dict[gql.BatchAct, type[Command]] = {
    gql.BatchAct.PARTY: r.GivePartyOpinion,
    gql.BatchAct.BUREAU: r.DecideRestoration,
}


@strawberry.type
class RestorationBatchMutations:
    """What is done for many at once; each doctor's file keeps its own decision."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def restoration_batch_draw(
        self, info: Info, input: gql.BatchDrawInput
    ) -> BatchDrawResult:
        """Put open applications on a list; its number comes from the year's series."""
        command = DrawUpBatch(
            title=input.title, doctors=tuple(input.doctors), command_id=input.command_id
        )
        events = await perform(info, command)
        batch = await load_batch(info.context, events[0].stream.removeprefix("batch:"))
        if batch is None:
            raise Missing
        return gql.BatchDrawn(batch=batch)

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def restoration_batch_paper(
        self, info: Info, input: gql.BatchPaperInput
    ) -> BatchDrawResult:
        """Attach a signed paper of the whole list to each row that lacks it; refused where none takes it."""
        batch = await load_batch(info.context, input.batch_id)
        if batch is None:
            raise Missing
        answers = [
            await _answer(info, row.file.prac_psn_code, row.file.name, paper_command(input, row))
            for row in batch.rows
            if input.reason or not row.has(input.paper, input.fixmedins_code)
        ]
        refused = [one for one in answers if not one.done]
        if len(refused) == len(answers):
            raise Invalid("paper", *_why(refused))
        after = await load_batch(info.context, input.batch_id)
        return gql.BatchDrawn(batch=after or batch)

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def restoration_batch_handle(
        self, info: Info, input: gql.BatchHandleInput
    ) -> BatchHandleResult:
        """Each row is a command of its own, checked and written by itself, in the list's order."""
        if not 0 < len(input.rows) <= MOST_MEMBERS:
            raise Invalid(
                "rows", f"每次办理 1–{MOST_MEMBERS} 人。", f"1 to {MOST_MEMBERS} rows at a time."
            )
        before = await load_batch(info.context, input.batch_id)
        if before is None:
            raise Missing
        names = {row.file.prac_psn_code: row.file.name for row in before.rows}
        if any(row.prac_psn_code not in names for row in input.rows):
            raise Missing
        commands = [(row.prac_psn_code, command_of(input, row)) for row in input.rows]
        answers = [await _answer(info, code, names[code], one) for code, one in commands]
        after = await load_batch(info.context, input.batch_id)
        return gql.BatchHandled(batch=after or before, answers=answers)


def paper_command(input: gql.BatchPaperInput, row: gql.BatchRow) -> Command:
    """The command that attaches the paper for one row."""
    code = row.file.prac_psn_code
    return r.AttachRestorationPaper(
        prac_psn_code=code,
        paper=input.paper,
        paper_scan=input.paper_scan,
        fixmedins_code=input.fixmedins_code,
        reason=input.reason,
        command_id=f"{input.command_id}:{code}" if input.command_id else None,
    )


def _why(refused: Sequence[gql.RowAnswer]) -> tuple[str, str]:
    """Why nobody on the list took the paper; said in the reader's language already."""
    if not refused:
        zh, en = "名单上没有人员缺少该文书。", "Nobody on the list lacks this paper."
        return zh, en
    said = refused[0].message or ""
    return said, said


def command_of(input: gql.BatchHandleInput, row: gql.BatchRowInput) -> Command:
    """The command of one row; raises :class:`Invalid` for an opinion without its outcome."""
    code = row.prac_psn_code
    repeat = f"{input.command_id}:{code}" if input.command_id else None
    version = row.expected_version
    if input.act is gql.BatchAct.SUBMIT:
        return r.SubmitRestoration(
            prac_psn_code=code,
            remarks=row.reasons,
            command_id=repeat,
            expected_version=version,
        )
    if input.act is gql.BatchAct.REGISTER:
        return r.ReRegister(
            prac_psn_code=code,
            registration_no=row.registration_no,
            command_id=repeat,
            expected_version=version,
        )
    if input.act is gql.BatchAct.SERVE:
        if input.serving is None:
            raise Invalid("serving", "请填写送达方式和日期。", "Say how and when it was served.")
        return serve_command(input.serving, row, repeat)
    if row.outcome is None:
        raise Invalid("outcome", "请选择意见。", "Choose an opinion.")
    if input.act is gql.BatchAct.CENTRE:
        return r.ReviewRestoration(
            prac_psn_code=code,
            outcome=row.outcome,
            study_verified=row.study_verified,
            exam_verified=row.exam_verified,
            refund_verified=row.refund_verified,
            rectification_verified=row.rectification_verified,
            reasons=row.reasons,
            command_id=repeat,
            expected_version=version,
        )
    return OPINIONS[input.act](
        prac_psn_code=code,  # type: ignore[call-arg]
        outcome=row.outcome,
        reasons=row.reasons,
        command_id=repeat,
        expected_version=version,
    )


def serve_command(
    serving: gql.BatchServing, row: gql.BatchRowInput, repeat: str | None
) -> r.ServeRestoration:
    """The service of one row: with its own receipt, else with that of the whole list."""
    return r.ServeRestoration(
        prac_psn_code=row.prac_psn_code,
        way=serving.way,
        served_on=serving.served_on,
        posted_on=serving.posted_on,
        particulars=row.particulars or serving.particulars,
        served_by=serving.served_by,
        consent_scan=row.consent_scan,
        receipt_scan=row.receipt_scan or serving.receipt_scan,
        list_receipt=bool(serving.receipt_scan) and not row.receipt_scan,
        command_id=repeat,
        expected_version=row.expected_version,
    )


async def _answer(info: Info, code: str, name: str, command: Command) -> gql.RowAnswer:
    try:
        await perform(info, command)
    except Refusal as refusal:
        said = info.context.say(refusal.message_zh, refusal.message_en)
        return gql.RowAnswer(
            prac_psn_code=code, name=name, done=False, code=refusal.code, message=said
        )
    return gql.RowAnswer(prac_psn_code=code, name=name, done=True, code=None, message=None)

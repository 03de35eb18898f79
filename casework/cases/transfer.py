"""Transfer a case or a clue of it to another authority, and what that body answered."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required, role_required
from casework.cases.attach import may_work
from casework.cases.guards import no_referral_waits, not_officer, nothing_held
from casework.cases.parts import Transfer
from casework.cases.stages import MOVES, Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.case import Path, RecordTransferAnswer, TransferAnswer, TransferCase
from casework.custody.scans import Wanted
from casework.documents.scans import answer_paper, case_scan, with_scan
from casework.events import Draft
from casework.refusal import refuse


def transfer(ask: Ask[TransferCase, CaseState]) -> list[Draft]:
    """CaseTransferred as a whole, which ends it here, or ClueTransferred, which does not."""
    c, case = ask.command, ask.state
    required(recipient=c.recipient, document_no=c.document_no, reasons=c.reasons)
    if any(one.document_no == c.document_no for one in case.transfers):
        raise refuse(
            "ALREADY_EXISTS", what=f"移送函 {c.document_no}", what_en=f"letter {c.document_no}"
        )
    if c.whole:
        _may_leave(case)
        no_referral_waits(case, ask.actor, ask.at)
        nothing_held(case, ask.actor, ask.at)
    data = {"to": c.to, "recipient": c.recipient, "document_no": c.document_no}
    series = {"serial": c.serial, "year": c.year} if c.serial is not None else {}
    kind = "CaseTransferred" if c.whole else "ClueTransferred"
    return [draft(case.stream, kind, **data, **series, reasons=c.reasons)]


def _may_leave(case: CaseState) -> None:
    """Only what is not decided leaves as a whole; of a handling, or after a decision, a clue goes alone."""
    if not leaves_whole(case):
        raise refuse(
            "BAD_VALUE", field="整案移送", field_en="the whole case",
            why=f"案件处于“{case.stage_zh}”，不能整案移送；请不勾选整案，只移送问题线索，本案照常办理",
            why_en=f"at '{case.stage_en}' a case is not transferred as a whole: leave that unticked and "
            "transfer the clue, while the case goes on here",
        )  # fmt: skip


def leaves_whole(case: CaseState) -> bool:
    """Whether nothing is decided or under way that keeps the case from leaving as a whole."""
    return Stage.TRANSFERRED in MOVES[case.stage]


def answer(ask: Ask[RecordTransferAnswer, CaseState]) -> list[Draft]:
    """TransferAnswered, or TransferReturned: a whole case then goes on where it was."""
    c, case = ask.command, ask.state
    required(document_no=c.document_no, answer_paper=c.document)
    sent = _answered(case, c.sent_no.strip())
    case_scan(ask, c.document, Wanted(answer_paper(case, sent)))
    if not sent.on <= c.answered_on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER", what="答复日期应在移送之后且不晚于今天",
            what_en="answered after the transfer and not after today",
        )  # fmt: skip
    data = {
        "sent_no": sent.document_no,
        "recipient": sent.recipient,
        "document_no": c.document_no,
        "answered_on": c.answered_on,
        "document": c.document,
        "reasons": c.reasons,
    }
    if c.answer is not TransferAnswer.SENT_BACK:
        if c.answer is TransferAnswer.OTHER:
            required(reasons=c.reasons)
        return [draft(case.stream, "TransferAnswered", answer=c.answer, **data)]
    required(reasons=c.reasons)
    back = {}
    if sent.whole and case.stage is Stage.TRANSFERRED:
        back = {"stage": move(case.stage, Stage(sent.before), "退回", "take back")}
    return [draft(case.stream, "TransferReturned", **data, **back)]


def _answered(case: CaseState, number: str) -> Transfer:
    """The transfer that is answered. Refuses NOT_FOUND, and FIELD_REQUIRED where several wait."""
    waiting = [one for one in case.transfers if one.waits]
    if number:
        waiting = [one for one in waiting if one.document_no == number]
        if not waiting:
            raise refuse(
                "NOT_FOUND", what=f"待答复的移送函 {number}", what_en=f"letter {number} that waits"
            )
    if len(waiting) > 1:
        raise refuse(
            "FIELD_REQUIRED", field="所答复的移送函文号", field_en="number of the letter answered"
        )
    return waiting[0]


def _of_another(case: CaseState) -> bool:
    """The case is another body's: its party is elsewhere, or so it was agreed or designated."""
    lost = case.dispute is not None and case.dispute.ours is False
    return case.outside_area is not None or lost


def _waits(case: CaseState) -> bool:
    return any(one.waits for one in case.transfers)


def _whose(case: CaseState, actor: Actor, at: datetime) -> None:
    """The agency records what is answered to its own path; of a penalty case its officers do."""
    may_work(case, actor, at)
    if case.path is not Path.AGREEMENT and not actor.holds(Role.INSPECTOR):
        raise role_required(frozenset({Role.INSPECTOR}), "RecordTransferAnswer")


def _some_wait(case: CaseState, actor: Actor, at: datetime) -> None:
    if not _waits(case):
        raise refuse("STEP_MISSING", step="待答复的移送", step_en="a transfer that waits for it")


ACTS = (
    Act(
        TransferCase, "移送其他机关", "transfer to another authority", frozenset({Role.HEAD}),
        # A clue goes on its way from wherever it is found, also once the case is over.
        case_stream, transfer, frozenset(Stage) - {Stage.TRANSFERRED},
        (not_officer("承办与移送决定", "deciding on a transfer"),), rank=12,
        leads=_of_another,
    ),
    Act(
        RecordTransferAnswer, "登记移送答复", "record the answer to a transfer",
        frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER}), with_scan(case_stream, "document"), answer,
        guards=(_whose, _some_wait), rank=45, leads=_waits,
    ),
)  # fmt: skip

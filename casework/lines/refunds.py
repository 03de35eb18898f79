"""Earlier refunds of lines, and lines that an ended case lets go."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from casework.actors import DATA_WORKERS, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import not_officer, not_proposer
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case.lines import (
    CaseLine,
    EarlierRefund,
    ImportRefunds,
    ReleaseLines,
    WithdrawRefund,
)
from casework.documents.internal import ON_FORM
from casework.events import Draft, Json, to_json
from casework.hands import other_eyes
from casework.lines.settle import after, claims, pieces, said
from casework.lines.state import Line, LinesState, Refund, RefundsState, most_of, totals_of
from casework.lines.streams import of_import, of_refunds, of_verdict
from casework.money import ZERO, yuan
from casework.refusal import Refusal, refuse


def import_refunds(ask: Ask[ImportRefunds, RefundsState]) -> list[Draft]:
    """RefundsImported with those that are new: a list that is read twice refunds nothing twice.

    Refuses REFUND_OF_NO_LINE for a line that nobody knows, REFUND_ABOVE_LINE for more than the fund paid of it.
    """
    c, book = ask.command, ask.state
    required(code=c.fixmedins_code)
    new, wrong = sifted(c.refunds, book, most_back(c.lines, ask.states), ask.at)
    for _, refusal in wrong:
        raise refusal
    if not new:
        raise refuse("ALREADY_DONE")
    rows = [asdict(one) for one in new]
    return [
        draft(book.stream, "RefundsImported", refunds=piece, file_name=c.file_name)
        for piece in pieces(rows)
    ]


def most_back(lines: Iterable[CaseLine], states: Mapping[str, Any]) -> dict[str, Decimal]:
    """The most that can come back of each line known to the claims or listed by a case: the fund's part; yuan."""
    most = {one.line_id: most_of(one) for one in lines}
    listed = (state for state in states.values() if isinstance(state, LinesState))
    for line in (line for state in listed for line in state.lines.values()):
        most[line.line_id] = max(line.most, most.get(line.line_id, ZERO))
    return most


def sifted(
    given: Iterable[EarlierRefund], book: RefundsState, most: Mapping[str, Decimal], at: datetime
) -> tuple[list[EarlierRefund], list[tuple[int, Refusal]]]:
    """Those of a list that are new, and which of it cannot be entered, by their place from 0, and why."""
    new: dict[EarlierRefund, None] = {}
    wrong: list[tuple[int, Refusal]] = []
    came: dict[str, Decimal] = {}
    for place, one in enumerate(given):
        if one in new or _known(book, one):
            continue
        had = came.setdefault(one.bill, book.refunded(one.bill))
        try:
            came[one.bill] = had + _fits(one, had, most.get(one.bill), at)
        except Refusal as no:
            wrong.append((place, no))
        else:
            new[one] = None
    return list(new), wrong


def _fits(one: EarlierRefund, had: Decimal, most: Decimal | None, at: datetime) -> Decimal:
    required(bill=one.bill, document_no=one.document_no)
    amount = yuan(one.amount)
    if not amount:
        raise refuse("BAD_AMOUNT", value=one.amount)
    if one.on > local_date(at):
        raise refuse(
            "DATE_ORDER", what="退回日期不得晚于今天", what_en="no refund later than today"
        )
    if most is None:
        raise refuse("REFUND_OF_NO_LINE", bill=one.bill)
    if had + amount > most:
        raise refuse("REFUND_ABOVE_LINE", bill=one.bill, amount=amount, most=most, had=had)
    return amount


def withdraw_refund(ask: Ask[WithdrawRefund, RefundsState]) -> list[Draft]:
    """RefundWithdrawn: the entry stays in the chain, and no case deducts it any more.

    Refuses NOT_FOUND, FOUR_EYES to whoever entered it.
    """
    c, book = ask.command, ask.state
    required(reasons=c.reasons)
    for bill, kept in book.refunds.items():
        for one in kept:
            if one.refund_id == c.refund_id:
                other_eyes(
                    ask.actor,
                    (one.by,),
                    "登记此前退回与撤回",
                    "entering a refund and withdrawing it",
                )
                told = {"amount": one.amount, "source": one.source, "on": one.on}
                told |= {"document_no": one.document_no, "reasons": c.reasons}
                return [
                    draft(
                        book.stream, "RefundWithdrawn", bill=bill, refund_id=one.refund_id, **told
                    )
                ]
    raise refuse(
        "NOT_FOUND", what=f"此前退回 {c.refund_id}", what_en=f"earlier refund {c.refund_id}"
    )


def _known(book: RefundsState, one: EarlierRefund) -> bool:
    same = Refund(yuan(one.amount), one.source.value, one.on, one.document_no)
    return same in book.refunds.get(one.bill, ())


def release(ask: Ask[ReleaseLines, CaseState]) -> list[Draft]:
    """LinesReleased, and of the lines no more is claimed than what came back in this case."""
    required(reasons=ask.command.reasons)
    case = ask.state
    lines: LinesState = ask.states[f"lines:{case.case_no}"]
    gone = _let_go(lines, case.recovered)
    if not gone:
        raise refuse("ALREADY_DONE")
    rows: list[Json] = [[x.of.line_id, to_json(x.returned)] for x in gone]
    now = totals_of(after(lines, gone).lines.values())
    told = {"reasons": ask.command.reasons, "count": len(gone)}
    return [
        draft(case.stream, "LinesReleased", **told, **said(now), **ON_FORM),
        *(draft(lines.stream, "LinesNetted", rows=piece) for piece in pieces(rows)),
        *claims(case.case_no, gone),
    ]


def _let_go(lines: LinesState, recovered: Decimal) -> list[Line]:
    """Lines that are claimed for less than before: the first of them keep what came back."""
    gone, left = [], recovered
    for line in lines.lines.values():
        kept = min(line.loss, left)
        left -= kept
        if line.loss > kept:
            gone.append(replace(line, returned=line.confirmed - kept))
    return gone


def _nothing_demanded(case: CaseState, actor: Actor, at: datetime) -> None:
    """What a standing decision demands stays this case's."""
    demanded = case.decision.recovery if case.decision and not case.annulled else ZERO
    if demanded:
        raise refuse("STILL_RECOVERING", recovered=case.recovered, demanded=demanded)


IMPORT = Act(
    command=ImportRefunds,
    zh="导入此前退回",
    en="import earlier refunds",
    roles=DATA_WORKERS,
    streams=of_import,
    answer=import_refunds,
    creates=None,
    offered=False,
)
WITHDRAW = Act(
    command=WithdrawRefund,
    zh="撤回此前退回",
    en="withdraw an earlier refund",
    roles=DATA_WORKERS,
    streams=of_refunds,
    answer=withdraw_refund,
    offered=False,
)
RELEASE = Act(
    command=ReleaseLines,
    zh="释放明细",
    en="release the lines",
    roles=frozenset({Role.SUPERVISOR, Role.HEAD}),
    streams=of_verdict,
    answer=release,
    stages=frozenset(
        {Stage.NOT_FILED, Stage.TERMINATED, Stage.TRANSFERRED, Stage.CLOSED, Stage.NO_PENALTY}
    ),
    guards=(
        _nothing_demanded,
        not_officer("承办与释放明细", "releasing the lines"),
        not_proposer("提出建议与释放明细", "releasing the lines"),
    ),
    rank=85,
)

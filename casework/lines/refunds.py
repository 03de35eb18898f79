"""Earlier refunds of lines, and lines that an ended case lets go."""

from dataclasses import asdict, replace
from datetime import datetime
from decimal import Decimal

from casework.actors import DATA_WORKERS, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import not_officer, not_proposer
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case.lines import EarlierRefund, ImportRefunds, ReleaseLines
from casework.events import Draft, Json, to_json
from casework.lines.settle import after, claims, pieces, said
from casework.lines.state import Line, LinesState, Refund, RefundsState, totals_of
from casework.lines.streams import of_refunds, of_verdict
from casework.money import ZERO, yuan
from casework.refusal import refuse


def import_refunds(ask: Ask[ImportRefunds, RefundsState]) -> list[Draft]:
    """RefundsImported with those that are new: a list that is read twice refunds nothing twice."""
    c, book = ask.command, ask.state
    required(code=c.fixmedins_code)
    new = []
    for one in dict.fromkeys(c.refunds):
        required(bill=one.bill, document_no=one.document_no)
        amount = yuan(one.amount)
        if not amount:
            raise refuse("BAD_AMOUNT", value=one.amount)
        if one.on > local_date(ask.at):
            raise refuse(
                "DATE_ORDER", what="退回日期不得晚于今天", what_en="no refund later than today"
            )
        if not _known(book, one):
            new.append(one)
    if not new:
        raise refuse("ALREADY_DONE")
    rows = [asdict(one) for one in new]
    return [
        draft(book.stream, "RefundsImported", refunds=piece, file_name=c.file_name)
        for piece in pieces(rows)
    ]


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
        draft(case.stream, "LinesReleased", **told, **said(now)),
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
    streams=of_refunds,
    answer=import_refunds,
    creates=None,
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

"""Agreement handling by the agency: propose, notify, decide, close, or convert."""

from datetime import datetime
from decimal import Decimal

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import not_officer, not_proposer
from casework.cases.stages import Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.agreement import (
    CloseHandling,
    ConvertCase,
    DecideHandling,
    Measure,
    MeasureKind,
    NotifyHandling,
    ProposeHandling,
)
from casework.commands.case import Ruling
from casework.events import Draft
from casework.lines.guards import within_confirmed
from casework.money import ZERO, yuan
from casework.refusal import refuse

CITATION = "《医疗保障基金使用监督管理条例》第十三条及医疗保障服务协议"
MONEY = frozenset(
    {MeasureKind.RECOVERY, MeasureKind.REFUSE_PAYMENT, MeasureKind.LIQUIDATED_DAMAGES}
)
#: What comes back to the fund: never more than the confirmed lines lost it.
FUND_MONEY = frozenset({MeasureKind.RECOVERY, MeasureKind.REFUSE_PAYMENT})
SUSPENSIONS = frozenset(
    {MeasureKind.SUSPEND_PERSON, MeasureKind.SUSPEND_DEPARTMENT, MeasureKind.SUSPEND_AGREEMENT}
)


def propose(ask: Ask[ProposeHandling, CaseState]) -> list[Draft]:
    """HandlingProposed: at least one measure, each with its clause of the agreement."""
    c = ask.command
    required(reasons=c.reasons)
    if not c.measures:
        raise refuse("FIELD_REQUIRED", field="处理措施", field_en="measures")
    measures = [_measure_json(measure) for measure in c.measures]
    _once(ask.state, c.measures)
    return [draft(ask.state.stream, "HandlingProposed", measures=measures, reasons=c.reasons)]


def _once(case: CaseState, measures: tuple[Measure, ...]) -> None:
    """Where lines were judged one by one, no more comes back to the fund than they lost."""
    if case.lines.listed:
        within_confirmed(case, sum((m.amount for m in measures if m.kind in FUND_MONEY), ZERO))


def _measure_json(m: Measure) -> dict[str, object]:
    required(law=m.clause)
    amount = yuan(m.amount)
    if (m.kind in MONEY) != (amount > 0):
        raise refuse(
            "BAD_VALUE",
            field="处理金额",
            field_en="amount of the measure",
            why="仅金额类措施须填写，且应大于零",
            why_en="only for measures of money, and more than zero",
        )
    if (m.kind in SUSPENSIONS) != (m.months > 0):
        raise refuse(
            "BAD_VALUE",
            field="暂停月数",
            field_en="months of suspension",
            why="仅暂停、中止类措施须填写，且应大于零",
            why_en="only for suspensions, and more than zero",
        )
    return {
        "kind": m.kind,
        "amount": amount,
        "months": m.months,
        "target": m.target,
        "clause": m.clause,
    }


def notify(ask: Ask[NotifyHandling, CaseState]) -> list[Draft]:
    """HandlingNotified: the institution sees the case from here and may defend itself."""
    c = ask.command
    if c.served_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER", what="送达日期不得晚于今天", what_en="service may not lie after today"
        )
    move(ask.state.stage, Stage.HANDLING_NOTICE, "告知", "notify")
    if ask.state.handling is not None:
        _once(ask.state, ask.state.handling.measures)
    return [draft(ask.state.stream, "HandlingNotified", way=c.way, served_on=c.served_on)]


def decide(ask: Ask[DecideHandling, CaseState]) -> list[Draft]:
    """HandlingDecided with the money to recover, or HandlingReturned with reasons."""
    c, case = ask.command, ask.state
    if c.ruling is Ruling.RETURNED:
        required(reasons=c.reasons)
        return [draft(case.stream, "HandlingReturned", reasons=c.reasons)]
    required(decision_no=c.decision_no)
    if c.ruling is Ruling.NO_PENALTY:
        required(reasons=c.reasons)
    return [
        draft(
            case.stream,
            "HandlingDecided",
            ruling=c.ruling,
            decision_no=c.decision_no,
            citation=CITATION,
            recovery=money_of(case) if c.ruling is Ruling.PENALTY else ZERO,
            reasons=c.reasons,
        )
    ]


def money_of(case: CaseState) -> Decimal:
    """Sum of the money measures in yuan."""
    measures = case.handling.measures if case.handling else ()
    return sum((m.amount for m in measures if m.kind in MONEY), ZERO)


def close(ask: Ask[CloseHandling, CaseState]) -> list[Draft]:
    """HandlingClosed."""
    required(situation=ask.command.situation)
    move(ask.state.stage, Stage.CLOSED, "办结", "close")
    return [draft(ask.state.stream, "HandlingClosed", situation=ask.command.situation)]


def convert(ask: Ask[ConvertCase, CaseState]) -> list[Draft]:
    """CaseConverted to an administrative case; what was recovered stays recovered once."""
    required(reasons=ask.command.reasons)
    move(ask.state.stage, Stage.CLUE, "转行政处罚", "convert")
    data = {"reasons": ask.command.reasons, "recovered": ask.state.recovered}
    return [draft(ask.state.stream, "CaseConverted", **data)]


def _proposed(case: CaseState, actor: Actor, at: datetime) -> None:
    if case.handling is None:
        raise refuse("STEP_MISSING", step="拟处理意见", step_en="a proposed handling")


AGENCY = frozenset({Role.AGENCY_OFFICER})
HANDLING = frozenset({Stage.HANDLING})
SEPARATE = (
    not_proposer("提出与决定协议处理", "deciding the handling"),
    not_officer("承办与决定协议处理", "deciding the handling"),
)
ACTS = (
    Act(
        ProposeHandling, "提出拟处理意见", "propose a handling", AGENCY, case_stream, propose,
        HANDLING, rank=15,
    ),
    Act(
        NotifyHandling, "告知拟处理意见", "notify the institution", AGENCY, case_stream, notify,
        HANDLING, (_proposed,), rank=10,
    ),
    Act(
        DecideHandling, "作出协议处理决定", "decide the handling",
        frozenset({Role.AGENCY_OFFICER, Role.SUPERVISOR, Role.HEAD}), case_stream, decide,
        frozenset({Stage.HANDLING_DECISION}), SEPARATE, rank=10,
    ),
    Act(
        CloseHandling, "协议处理办结", "close the handling", AGENCY, case_stream, close,
        frozenset({Stage.HANDLING_EXECUTION}), rank=20,
    ),
    Act(
        ConvertCase, "转行政处罚程序", "convert to a penalty case",
        frozenset({Role.SUPERVISOR, Role.HEAD}), case_stream, convert,
        frozenset(
            {Stage.HANDLING, Stage.HANDLING_NOTICE, Stage.HANDLING_DECISION,
             Stage.HANDLING_EXECUTION}
        ), rank=70,
    ),
)  # fmt: skip

"""After the decision: service, payment, and a decision that was set aside."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.agreement.bring_back import brought_back
from casework.agreement.unscore import unscored
from casework.cases.announce import day_of_service
from casework.cases.close import outstanding
from casework.cases.collect import met, unpaid
from casework.cases.guards import (
    is_officer,
    money_in,
    not_annulled,
    not_served,
    recovery_open,
    served,
)
from casework.cases.impose import measure_of, of_serve
from casework.cases.place import own_decision
from casework.cases.serving import told
from casework.cases.settled import owed_again, paid_by, settled, written_off
from casework.cases.stages import TERMINAL, Stage
from casework.cases.state import CaseState, Decision
from casework.cases.streams import case_stream, of_resting
from casework.cases.vouchers import vouched
from casework.clocks.calendars import local_date
from casework.clocks.periods import period_end
from casework.commands.case import (
    AnnulDecision,
    Path,
    PaymentKind,
    RecordPayment,
    Ruling,
    Served,
    ServeDecision,
)
from casework.documents.effect import effect_of, effective, papers
from casework.documents.incoming import by_two
from casework.documents.internal import ON_FORM
from casework.documents.scans import with_scan
from casework.events import Draft
from casework.law.surcharge import surcharge_open
from casework.measures.act import fall
from casework.measures.queue import following
from casework.money import ZERO
from casework.points.state import PointsState
from casework.refusal import Refusal, refuse
from casework.restoration.halt import settle

DECIDED = frozenset({Stage.EXECUTION, Stage.NO_PENALTY})
# Fund money comes back when it comes: before anything is decided, while the case rests, after its end.
# Of a handling that was decided it is a deduction.
PAYING = frozenset(Stage) - {Stage.HANDLING_EXECUTION}


def serve(ask: Ask[ServeDecision, CaseState]) -> list[Draft]:
    """DecisionServed with the papers that gave it effect; payment and remedies run from that day."""
    c, case = ask.command, ask.state
    decision, today = case.decision, local_date(ask.at)
    served_on = day_of_service(case, Served.DECISION, c.way, c.served_on, ask.at)
    if decision is None or not local_date(decision.at) <= served_on <= today:
        raise refuse(
            "DATE_ORDER",
            what="送达日期应在决定之后且不晚于今天",
            what_en="service comes after the decision and not after today",
        )
    payable = decision.fine > case.fines_paid
    measures = measure_of(case, c.department, served_on, ask.states, ask.at)
    data: dict[str, object] = {
        **told(case, c, ask.actor, ask.at), "served_on": served_on, "receipt": c.receipt, "payable": payable,
        "effect": effect_of(papers(case)), "recoverable": bool(recovery_open(case)),
        "publishable": decision.ruling == Ruling.PENALTY,
    }  # fmt: skip
    if measures:
        data["measured"] = sorted({stream for stream, _, _ in measures})
    return [draft(case.stream, "DecisionServed", **data), *measures]


def pay(ask: Ask[RecordPayment, CaseState]) -> list[Draft]:
    """PaymentRecorded; fund money and fines apart, never more than was decided.

    WriteOffReversed before it, where it pays what had been written off.
    """
    c, case = ask.command, ask.state
    required(voucher=c.voucher)
    amount = money_in(c.amount, c.paid_on, ask.at)
    if c.kind is PaymentKind.DAMAGES:
        raise refuse(
            "BAD_VALUE", field="款项", field_en="kind", why="违约金属于协议处理，行政处罚案件没有违约金",
            why_en="damages belong to a handling under the agreement",
        )  # fmt: skip
    if c.kind in (PaymentKind.FINE, PaymentKind.SURCHARGE) and case.decision is not None:
        served(case, ask.actor, ask.at)
        _not_before_decision(case.decision, c.paid_on)
    left = _left(case, c)
    if left is not None and amount > left + written_off(case, c.kind):
        raise _too_much(left + written_off(case, c.kind))
    came = draft(case.stream, "PaymentRecorded", **vouched(case, c), amount=amount)
    if left is None:
        return [came]
    again = owed_again(case, c.kind, amount, left)
    now = min(amount, left)
    # A fine bears no surcharge from the day on which it was paid, whenever that is recorded.
    on = c.paid_on if c.kind is PaymentKind.FINE else local_date(ask.at)
    paid = _fine_paid(case, now, amount, on) if c.kind is PaymentKind.FINE and now else []
    return [*again, came, *paid, *settled(case, c.kind, now, on, c.paid_on)]


def _not_before_decision(decision: Decision, paid_on: date) -> None:
    """Fund money may come back at any time; a fine is owed by its decision, which may be heard of before service."""
    day = local_date(decision.at)
    if paid_on < day:
        raise refuse(
            "DATE_ORDER",
            what=f"罚款、加处罚款的缴款日期不得早于作出决定之日（{day}），请按缴款凭证填写",
            what_en=f"a fine and its surcharge are paid from the day of the decision on ({day}): enter the "
            "day of the voucher",
        )


def _left(case: CaseState, c: RecordPayment) -> Decimal | None:
    """Yuan of that kind that are open; None where nobody can know yet."""
    if c.kind is PaymentKind.FINE:
        return unpaid(case)
    if c.kind is PaymentKind.SURCHARGE:
        return surcharge_open(case, c.paid_on)
    return _to_return(case)


def _comes_in(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: a case that is over takes what is owed, or was written off, or is confirmed and not back."""
    if case.stage not in TERMINAL or outstanding(case, local_date(at)):
        return
    off = any(written_off(case, kind) for kind in PaymentKind)
    if not off and not (case.decision is None and _to_return(case)):
        raise refuse("NOTHING_OWED")


def _to_return(case: CaseState) -> Decimal | None:
    """How much fund money may still come back: what is decided, else confirmed; None: unknown yet."""
    if case.decision is not None:
        back = case.recovered + case.recovery_written_off
        return ZERO if case.annulled else max(case.decision.recovery - back, ZERO)
    judged = case.lines.listed and not case.lines.open
    if not judged and case.stage not in TERMINAL:
        return None
    return max(case.lines.loss - case.recovered, ZERO)


def _fine_paid(case: CaseState, now: Decimal, amount: Decimal, on: date) -> list[Draft]:
    """What follows where `now` of the open fine is paid; `amount` with what had been written off."""
    if now != unpaid(case):
        return met(case, now, on)
    # While fund money or a surcharge is open, what presses for it and the way to the court stay open.
    more = recovery_open(case) or surcharge_open(case, on)
    kind = "FineMet" if more else "FinePaidInFull"
    # `on` is the day of a fine's payment.
    paid_on = paid_by(case, on, PaymentKind.FINE)
    return [draft(case.stream, kind, amount=case.fines_paid + amount, paid_on=paid_on)]


def _too_much(rest: Decimal) -> Refusal:
    return refuse(
        "BAD_VALUE",
        field="缴款金额",
        field_en="the payment",
        why=f"超过尚未缴纳的 {max(rest, ZERO):,} 元",
        why_en=f"more than the unpaid {max(rest, ZERO):,} yuan",
    )


def annul(ask: Ask[AnnulDecision, CaseState]) -> list[Draft]:
    """DecisionAnnulled, and every score that rests on it is void from the start."""
    c, case = ask.command, ask.state
    required(by=c.by, document_no=c.document_no, reasons=c.reasons)
    if case.decision and not local_date(case.decision.at) <= c.annulled_on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="撤销日期应在作出决定之后且不晚于今天",
            what_en="the annulment comes after the decision and not after today",
        )
    why = {"document_no": c.document_no, "reasons": c.reasons}
    # Entered by the leaders it is approved on its form; what a remedy brings about its own paper shows.
    paper = {**by_two(ask, "annulment"), **ON_FORM}
    events = annulled(case, ask.states, c.by, c.annulled_on, why, ask.at, paper)
    return [*events, anew(case, c.redo_by, why, ask.at)] if c.decide_anew else events


def anew(case: CaseState, redo_by: date | None, why: dict[str, str], at: datetime) -> Draft:
    """InvestigationReopened after the decision fell: notify, review and decide again (处罚法 75).

    Refuses BAD_VALUE for a handling under the agreement, which knows no such order.
    """
    if case.path is not Path.ADMINISTRATIVE:
        raise refuse(
            "BAD_VALUE", field="重新作出决定", field_en="deciding anew",
            why="协议处理没有责令重新作出决定，请另行立案或协议处理",
            why_en="a handling under the agreement is not ordered anew: open another case",
        )  # fmt: skip
    if redo_by is not None and redo_by < local_date(at):
        raise refuse(
            "DATE_ORDER",
            what="重新作出决定的期限不得早于今天",
            what_en="the day until which to decide anew may not lie before today",
        )
    # An order that names no day leaves the row's own: without one nobody would be reminded.
    until = redo_by or local_date(period_end("decision_anew", local_date(at)))
    return draft(case.stream, "InvestigationReopened", **why, redo_by=until)


def annulled(
    case: CaseState,
    states: Mapping[str, Any],
    body: str,
    on: date,
    why: dict[str, str],
    at: datetime,
    paper: Mapping[str, object] = MappingProxyType({}),
) -> list[Draft]:
    """The decision falls by the act of `body`, and the scores that rest on it with it.

    `paper` is the one of its own that it fell on, where no review or suit named it.
    """
    data = {"by_body": body, "annulled_on": on, "published": case.published, **paper}
    return [
        draft(case.stream, "DecisionAnnulled", **data, **why),
        *_void_scores(case, states, why, at),
        *_fallen(case, states, why, at),
    ]


def _fallen(
    case: CaseState, states: Mapping[str, Any], why: dict[str, str], at: datetime
) -> list[Draft]:
    """Measures that rest on the decision hold no longer."""
    penal = case.path is Path.ADMINISTRATIVE
    reason = f"决定被撤销：{why['document_no']}"
    events: list[Draft] = []
    for stream in case.measured:
        fallen = fall(states[stream], case.case_no, at, reason, penal=penal)
        gone = {data["measure_id"] for _, _, data in fallen}
        points = unscored(states[stream], case.case_no, at, reason)
        told = [*fallen, *(x for x in points if x[2].get("measure_id") not in gone)]
        told += brought_back(states[stream], told, case.case_no, at, reason)
        events += [*told, *following(states[stream], told, at, reason)]
    return events


def _void_scores(
    case: CaseState, states: Mapping[str, Any], why: dict[str, str], at: datetime
) -> list[Draft]:
    events: list[Draft] = []
    for code in dict.fromkeys(code for code, _ in case.scores):
        file: PointsState = states[f"points:{code}"]
        void = [
            draft(file.stream, "ScoreAnnulled", entry_id=entry_id, **why)
            for owner, entry_id in case.scores
            if owner == code and any(e.entry_id == entry_id and e.counts for e in file.entries)
        ]
        events += settle(file, void, at) if void else []
    return events


OFFICER = frozenset({Role.INSPECTOR})
ACTS = (
    Act(
        command=ServeDecision,
        zh="送达决定书",
        en="serve the decision",
        roles=OFFICER,
        streams=of_serve,
        answer=serve,
        stages=DECIDED,
        guards=(own_decision, is_officer, not_served, effective),
        rank=10,
    ),
    Act(
        command=RecordPayment,
        zh="登记缴款",
        en="record a payment",
        roles=frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER}),
        streams=case_stream,
        answer=pay,
        stages=PAYING,
        guards=(_comes_in,),
        rank=55,
    ),
    Act(
        command=AnnulDecision,
        zh="登记决定被撤销",
        en="record an annulment",
        roles=frozenset({Role.LEGAL_REVIEWER, Role.HEAD}),
        streams=with_scan(of_resting, "document"),
        answer=annul,
        stages=frozenset({*DECIDED, Stage.CLOSED, Stage.HANDLING_EXECUTION}),
        guards=(not_annulled,),
        rank=90,
    ),
)

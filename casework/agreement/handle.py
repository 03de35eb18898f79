"""Agreement handling by the agency: propose, notify, decide, close."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.agreement.ended import of_closing, proof_of
from casework.agreement.execute import open_of
from casework.agreement.impose import (
    begun,
    if_proposed,
    measures_of,
    of_propose,
)
from casework.agreement.once import (
    FUND,
    asked_of,
    confirmed_first,
    left_of,
    of_decision,
    recoverable,
)
from casework.agreement.pharmacy import PHARMACY, points_of, refuses
from casework.agreement.table import ACTS as PHARMACY_ACTS
from casework.agreement.table import LEVELS as PHARMACY_LEVELS
from casework.agreement.table import Table, table_of
from casework.cases.announce import day_of_service
from casework.cases.exclude import exclusions_settled
from casework.cases.guards import (
    no_referral_waits,
    not_officer,
    not_proposer,
    recovery_open,
    remedies_over,
    served,
)
from casework.cases.open import no_agreement
from casework.cases.place import BASIS, BASIS_EN
from casework.cases.receipt import receipts_there
from casework.cases.recuse import recusal_settled
from casework.cases.serving import told
from casework.cases.stages import Stage, move
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.agreement import (
    CloseHandling,
    DecideHandling,
    Measure,
    MeasureKind,
    NotifyHandling,
    ProposeHandling,
)
from casework.commands.case import PartyKind, Ruling, Served
from casework.documents.due import papers_signed
from casework.documents.fold import series_of
from casework.documents.scans import with_scan
from casework.documents.serve import handling_notice_issued, handling_notice_of, named
from casework.events import Draft
from casework.law.own import own_figures, own_setting
from casework.lines.shortfall import all_demanded, grounded, left_out, still_grounded
from casework.lines.streams import of_demand
from casework.measures.area import area_of
from casework.measures.longest import AGREEMENT_MONTHS, as_told
from casework.measures.wanted import measures_signed
from casework.money import ZERO, yuan
from casework.refusal import refuse

CITATION = "《医疗保障基金使用监督管理条例》第十三条及医疗保障服务协议"
MONEY = frozenset(
    {MeasureKind.RECOVERY, MeasureKind.REFUSE_PAYMENT, MeasureKind.LIQUIDATED_DAMAGES}
)
#: The target is the doctor's code, or the department's name.
NAMED = frozenset({MeasureKind.SUSPEND_PERSON, MeasureKind.SUSPEND_DEPARTMENT})
SUSPENSIONS = frozenset(
    {
        MeasureKind.WITHHOLD_PAYMENT,
        MeasureKind.SUSPEND_PERSON,
        MeasureKind.SUSPEND_DEPARTMENT,
        MeasureKind.SUSPEND_AGREEMENT,
    }
)


def propose(ask: Ask[ProposeHandling, CaseState]) -> list[Draft]:
    """HandlingProposed: at least one measure, each with its clause of the agreement.

    Refuses MEASURE_CONFLICT where the decision would have to: what is told beforehand can be decided.
    """
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    if not c.measures and not c.pharmacy_acts:
        raise refuse("FIELD_REQUIRED", field="处理措施", field_en="measures")
    measures = [_measure_json(measure) for measure in c.measures]
    _own_agreement(case, c.measures, other=bool(c.pharmacy_acts or c.rectify.strip()))
    case, back = recoverable(case, ask.states, c.measures)
    tables = own_figures(ask.states, (PHARMACY_ACTS, PHARMACY_LEVELS), ask.at)
    tables = tables if c.pharmacy_acts else {}
    _pharmacy(case, c, table_of(tables, local_date(ask.at)))
    less = grounded(case, c, _back_before(case) + asked_of(c.measures))
    own = own_setting(ask.states, AGREEMENT_MONTHS, ask.at)
    most = int(own.value) if own else 0
    measures_of(if_proposed(case, c, ask.actor, most, tables), ask.states, ask.at)
    if c.rectify.strip() and not 1 <= c.rectify_days <= 180:
        raise refuse(
            "BAD_VALUE", field="整改天数", field_en="days to rectify", why="应为 1–180 天",
            why_en="from 1 to 180 days",
        )  # fmt: skip
    return [
        *back,
        draft(
            case.stream,
            "HandlingProposed",
            measures=measures,
            reasons=c.reasons,
            pharmacy_acts=c.pharmacy_acts,
            **({"pharmacy_tables": tables} if tables else {}),
            rectify=c.rectify.strip(),
            rectify_days=c.rectify_days,
            **({"target_names": dict(c.target_names)} if c.target_names else {}),
            **less,
            **as_told(own),
        ),
    ]


def _own_agreement(case: CaseState, measures: Iterable[Measure], *, other: bool) -> None:
    """Elsewhere the agency has no agreement: what is not paid or comes back is all (实施细则 15).

    `other`: the handling asks for more than measures. A handling that was proposed before the bureau
    said which area is its own is judged again when it is told and decided. With a person there is no
    agreement anywhere: such cases were opened before that was asked.
    """
    if case.party is not None and case.party.kind is PartyKind.PERSON:
        raise no_agreement("请转行政处罚程序", "convert the case to the penalty procedure")
    beyond = any(one.kind not in FUND for one in measures) or other
    if case.outside_area is not None and beyond:
        raise refuse("OUTSIDE_AGREEMENT", area=case.outside_area, basis=BASIS, basis_en=BASIS_EN)


def _agreed_to(case: CaseState) -> None:
    """The same of the handling that was proposed."""
    handling = case.handling
    if handling is not None:
        other = bool(handling.pharmacy_acts or handling.rectify)
        _own_agreement(case, handling.measures, other=other)


def _pharmacy(case: CaseState, c: ProposeHandling, table: Table) -> None:
    """Only pharmacies have the two tables; what is scored by the one is refused by the other."""
    acts = c.pharmacy_acts
    if acts and (case.party is None or not case.party.key.startswith(PHARMACY)):
        raise refuse(
            "BAD_VALUE", field="药店违规扣分项", field_en="acts of a pharmacy",
            why="只适用于定点零售药店", why_en="the party is no pharmacy",
        )  # fmt: skip
    points_of(acts, table)
    if not refuses(acts, table):
        return
    if case.findings or case.lines.listed:
        confirmed_first(case)
    asked, left = asked_of(c.measures), left_of(case)
    if asked < left:
        raise refuse("REFUSAL_DUE", asked=asked, left=left)


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
    if m.months < 0 or (m.kind in SUSPENSIONS) != bool(m.months) + bool(m.ends_at):
        raise refuse(
            "BAD_VALUE",
            field="暂停期限",
            field_en="how long it is suspended",
            why="仅暂停、中止类措施须填写月数或者截止时间之一，月数应大于零",
            why_en="months (more than zero) or an end, one of them, and only for suspensions",
        )
    if m.area.strip() and m.kind not in SUSPENSIONS:
        raise refuse(
            "BAD_VALUE", field="适用区域", field_en="the area", why="仅暂停、中止类措施可以填写",
            why_en="only for suspensions",
        )  # fmt: skip
    if m.kind in NAMED:
        required(target=m.target)
    return {
        "kind": m.kind,
        "amount": amount,
        "months": m.months,
        "target": m.target,
        "clause": m.clause,
        **({"area": area} if (area := area_of(m.area)) else {}),
        **({"ends_at": m.ends_at} if m.ends_at else {}),
    }


def notify(ask: Ask[NotifyHandling, CaseState]) -> list[Draft]:
    """HandlingNotified: the institution sees the case from here and may defend itself."""
    c = ask.command
    served_on = day_of_service(ask.state, Served.HANDLING_NOTICE, c.way, c.served_on, ask.at)
    move(ask.state.stage, Stage.HANDLING_NOTICE, "告知", "notify")
    _agreed_to(ask.state)
    proposed = ask.state.handling.measures if ask.state.handling else ()
    case, back = recoverable(ask.state, ask.states, proposed)
    still_grounded(case, case.proposed_short, _back_before(case) + asked_of(proposed))
    data = {**told(ask.state, c, ask.actor, ask.at), "served_on": served_on}
    data.update(named(handling_notice_of(ask.state, ask.at)))
    return [*back, draft(ask.state.stream, "HandlingNotified", **data)]


def decide(ask: Ask[DecideHandling, CaseState]) -> list[Draft]:
    """HandlingDecided with the money to recover, or HandlingReturned with reasons."""
    c, case = ask.command, ask.state
    if c.ruling is Ruling.RETURNED:
        required(reasons=c.reasons)
        return [draft(case.stream, "HandlingReturned", reasons=c.reasons)]
    required(decision_no=c.decision_no)
    if c.ruling is Ruling.NO_PENALTY:
        required(reasons=c.reasons)
    return _decided(c, case, ask)


def _back_before(case: CaseState) -> Decimal:
    """What came back and stays: what was paid above the confirmed loss is owed to the party."""
    return min(case.recovered, case.lines.loss) if case.lines.listed else case.recovered


def _decided(
    c: DecideHandling, case: CaseState, ask: Ask[DecideHandling, CaseState]
) -> list[Draft]:
    """What is owed, and what begins with the service: suspensions, termination, points of a pharmacy."""
    against = c.ruling is Ruling.PENALTY
    handling = case.handling
    back: list[Draft] = []
    if against:
        _agreed_to(case)
    if against and handling:
        case, back = recoverable(case, ask.states, handling.measures)
    # With what came back before: the account of the fund goes on through a conversion.
    recovery = _back_before(case) + money_of(case, FUND) if against else ZERO
    if against:
        still_grounded(case, case.proposed_short, recovery)
    todo = handling.rectify if against and handling else ""
    if against:
        # It must be possible now; it begins with the service.
        measures_of(case, ask.states, ask.at, judged=True)
    later = against and handling is not None and bool(begun(case) or handling.pharmacy_acts)
    decided = draft(
        case.stream,
        "HandlingDecided",
        ruling=c.ruling,
        decision_no=c.decision_no,
        citation=CITATION,
        recovery=recovery,
        **left_out(case, recovery),
        recovered_before=case.recovered,
        damages=case.damages_kept + money_of(case, MONEY - FUND) if against else ZERO,
        # What begins beside the money, so that the decision itself says it.
        measures=[_measure_json(m) for m in begun(case)] if against else [],
        rectify=todo,
        # Its days run from the service: nobody puts right what he was not told of.
        **({"rectify_days": handling.rectify_days} if handling and todo else {}),
        **({"measures_wait": True} if later else {}),
        # The institution hears of it, too, before the handling closes.
        **({} if against else {"to_serve": True}),
        # It has effect with its signed papers, from its service.
        papered=True,
        **series_of(c, "handling"),
        reasons=c.reasons,
    )
    return [*back, decided]


def money_of(case: CaseState, kinds: frozenset[MeasureKind] = MONEY) -> Decimal:
    """Sum of the money measures of some kinds, in yuan."""
    measures = case.handling.measures if case.handling else ()
    return sum((m.amount for m in measures if m.kind in kinds), ZERO)


def close(ask: Ask[CloseHandling, CaseState]) -> list[Draft]:
    """HandlingClosed; damages may stay open, with the reason and by other eyes than the proposer's.

    So may what was to be put right, where no agreement binds the institution any more, or it is gone.
    """
    c, case = ask.command, ask.state
    left = _unrectified(ask)
    rest = sum(open_of(case).values(), ZERO)
    if recovery_open(case) and not case.court_applied:
        raise refuse("UNPAID", open=recovery_open(case))
    measures_signed(case, ask.states)
    if rest and not c.situation.strip():
        raise refuse("DAMAGES_OPEN", open=rest)
    if rest:
        not_proposer("提出处理意见与未缴清时办结", "closing with money open")(
            case, ask.actor, ask.at
        )
    required(situation=c.situation)
    move(case.stage, Stage.CLOSED, "办结", "close")
    data = {"situation": c.situation, "outstanding": rest, **left}
    return [draft(case.stream, "HandlingClosed", **data)]


def _rectified(case: CaseState) -> bool:
    """Whether nothing is left to be put right."""
    return case.rectification is None or case.rectification.passed


def _unrectified(ask: Ask[CloseHandling, CaseState]) -> dict[str, object]:
    """On which ground a handling closes whose rectification was never found right; by other eyes."""
    c, case = ask.command, ask.state
    if _rectified(case):
        if c.unrectified is not None or c.document or c.document_no.strip():
            raise refuse(
                "BAD_VALUE", field="未整改办结的情形", field_en="the ground to close without a rectification",
                why="没有待复查的整改，请不选该情形，也不填其文书",
                why_en="nothing waits to be re-checked: leave it and its paper out",
            )  # fmt: skip
        return {}
    if c.unrectified is None:
        raise refuse(
            "STEP_MISSING", step="整改复查合格（服务协议已终止或者机构已注销、关停的，由提出人以外的人员选择“未整改办结的情形”并附证明文书后办结）",
            step_en="a re-check that passes (where the agreement ended or the institution is gone, others than the proposer "
            "close it on that ground and its paper)",
        )  # fmt: skip
    not_proposer("提出处理意见与未整改时办结", "closing with nothing put right")(
        case, ask.actor, ask.at
    )
    return {"unrectified": c.unrectified.value, **proof_of(ask, c.unrectified)}


def _executed(case: CaseState, actor: Actor, at: datetime) -> None:
    """The decision was served, and what somebody brought against it is over."""
    served(case, actor, at)
    remedies_over(case, actor, at)
    receipts_there(case, actor, at)
    papers_signed(case, actor, at)


def _proposed(case: CaseState, actor: Actor, at: datetime) -> None:
    if case.handling is None:
        raise refuse("STEP_MISSING", step="拟处理意见", step_en="a proposed handling")
    if asked_of(case.handling.measures):
        confirmed_first(case)


AGENCY = frozenset({Role.AGENCY_OFFICER})
HANDLING = frozenset({Stage.HANDLING})
SEPARATE = (
    no_referral_waits,
    recusal_settled,
    exclusions_settled,
    not_proposer("提出与决定协议处理", "deciding the handling"),
    not_officer("承办与决定协议处理", "deciding the handling"),
)
ACTS = (
    Act(
        ProposeHandling, "提出拟处理意见", "propose a handling", AGENCY, of_propose, propose,
        HANDLING, rank=15,
    ),
    Act(
        NotifyHandling, "告知拟处理意见", "notify the institution", AGENCY, of_demand, notify,
        HANDLING, (_proposed, handling_notice_issued), rank=10,
    ),
    Act(
        DecideHandling, "作出协议处理决定", "decide the handling",
        frozenset({Role.AGENCY_HEAD}), of_decision, decide,
        frozenset({Stage.HANDLING_DECISION}), SEPARATE, rank=10,
    ),
    Act(
        CloseHandling, "协议处理办结", "close the handling", AGENCY | {Role.AGENCY_HEAD},
        with_scan(of_closing, "document"), close,
        frozenset({Stage.HANDLING_EXECUTION}), (_executed, no_referral_waits, all_demanded), rank=20,
        leads=_rectified, withheld=lambda case: bool(case.measure_gaps),
    ),
)  # fmt: skip

"""Random commands on measures, delegations, handlings and jurisdiction, for the random bureau."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from casework.actors import Actor, Mandate, Principal
from casework.cases.submissions import waiting
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import delegation as d
from casework.commands import measures as m
from casework.delegation.rows import delegable, never
from casework.measures.wanted import wanted

HOSPITAL = "H34162300001"
REGISTER = "mandates:bureau"
SUBJECTS = (
    (m.SubjectKind.INSTITUTION, HOSPITAL, ""),
    (m.SubjectKind.DEPARTMENT, HOSPITAL, "骨科"),
    (m.SubjectKind.DOCTOR, "D1", ""),
)
TERMS = (
    *(
        "payment-share-50",
        "payment-share-20",
        "tiaoli-13-terminate",
        "tiaoli-30-refusal",
        "tiaoli-38-department",
    ),
    *("tiaoli-13-department", "tiaoli-13-person", "tiaoli-38-talk", "tiaoli-41-person"),
)
ACTS = tuple(act for row in delegable() for act in row.acts)


def mandated(bureau: Any, people: list[Actor]) -> list[Actor]:
    """People as the graph reads them: with what they may sign for others, by their roles of now."""
    register = bureau.state(REGISTER).delegations
    return [_mandated(bureau, who, register) for who in people] if register else people


def _mandated(bureau: Any, who: Actor, register: Any) -> Actor:
    mandates = tuple(
        Mandate(
            Principal(x.principal.account, x.principal.person, x.principal.name, x.delegation_id),
            bureau.people[x.principal.account].roles,
            frozenset(x.acts),
            x.starts_at,
            x.over_at,
        )
        for x in register
        if x.deputy.account == who.account
    )
    return replace(who, mandates=mandates)


def measures(bureau: Any, rng: Random) -> list[Any]:
    """Proposals, decisions and ends, some of them unlawful on purpose."""
    kind, key, department = rng.choice(SUBJECTS)
    own = {"subject_kind": kind, "subject_key": key, "department": department}
    state = bureau.state(f"measures:{m_key(kind, key, department)}")
    one = f"M{rng.randint(1, len(state.measures) or 1)}"
    approve = rng.random() < 0.85
    return [
        m.ProposeMeasure(
            **own,
            subject_name="x",
            term=rng.choice(TERMS),
            document_no="x",
            reasons="x",
            months=rng.choice((0, 1, 3, 6, 13)),
            area=rng.choice(("", "341623", "341602")),
        ),
        m.HearMeasure(
            **own,
            measure_id=one,
            told_on=(bureau.at + timedelta(hours=8)).date(),
            how=c.Defence.WAIVED,
            text="x",
            evidence_id=_statement(bureau),
        ),
        m.DecideMeasure(**own, measure_id=one, approve=approve, reasons="x"),
        m.StopSettlement(**own, measure_id=one, approve=approve, reasons="x"),
        m.LiftMeasure(**own, measure_id=one, reasons="x"),
        *papers(bureau, state, own, one),
        m.EndMeasures(stream=state.stream),
    ]


def statements(bureau: Any) -> None:
    """What subjects of measures will have signed, in the vault; at once, as every walk had begun by then."""
    at = bureau.at
    for number in range(1, 41):
        bureau.evidence(f"陈述-{number}")
    bureau.at = at


def _statement(bureau: Any) -> str:
    """One that no other statement has used, the last where all are."""
    kept = (key for key in bureau.streams if key.startswith("evidence:陈述-"))
    free = (key for key in kept if len(bureau.streams[key]) == 1)
    return next(free, "evidence:陈述-40").partition(":")[2]


def papers(bureau: Any, state: Any, own: dict[str, Any], measure_id: str) -> list[Any]:
    """The signed papers of a measure that waits for its service, and that service, with or without them."""
    one = state.measure(measure_id)
    if one is None or not (one.waiting or one.lift_told):
        return []

    def scan(what: str) -> str:
        name = f"{state.stream}-{measure_id}-{what}"
        return name if bureau.streams.get(f"evidence:{name}") else bureau.evidence(name)

    day = (bureau.at + timedelta(hours=8)).date()
    serve = {"way": c.ServiceWay.DIRECT, "served_on": day, "measure_id": measure_id}
    signs = [form.id for form in wanted(one) if not one.scan_of(form.id)]
    return [
        *(
            m.AttachMeasurePaper(**own, measure_id=measure_id, form_id=f, evidence_id=scan(f))
            for f in signs
        ),
        m.ServeMeasure(**own, **serve, receipt_scan=scan("lift" if one.lift_told else "receipt")),
    ]


def m_key(kind: m.SubjectKind, key: str, department: str) -> str:
    return f"{kind.value}:{key}/{department}" if department else f"{kind.value}:{key}"


def delegations(bureau: Any, rng: Random, people: list[Actor]) -> list[Any]:
    """Signatures for anybody, also what can never be given, and back again."""
    acts = rng.sample((*ACTS, *never()), rng.choice((1, 1, 4)))
    register = bureau.state(REGISTER)
    number = rng.randint(1, len(register.delegations) or 1)
    return [
        d.DelegateSignature(
            deputy=rng.choice(people).account,
            acts=tuple(acts),
            starts_at=bureau.at,
            ends_at=bureau.at + timedelta(days=rng.choice((-1, 3, 30))),
            reason="x",
        ),
        d.EndDelegation(delegation_id=f"W{number}", reason="x"),
    ]


def converting(no: str, case: Any, command: type[Any]) -> Any:
    """The one step towards the other procedure."""
    proposed = waiting(case, c.Matter.CONVERSION)
    return (command if proposed else a.ProposeConversion)(case_no=no, reasons="x")


def handling(no: str, rng: Random, day: date, case: Any) -> list[Any]:
    """What comes after a handling was decided, and the way back from a penalty case."""
    amount = Decimal(rng.choice(("1.00", "100.00", "500.00", "4113.00")))
    paid = {"case_no": no, "amount": amount, "paid_on": day, "voucher": f"v{rng.random()}"}
    suspension = a.Measure(
        rng.choice(
            (
                a.MeasureKind.SUSPEND_AGREEMENT,
                a.MeasureKind.SUSPEND_DEPARTMENT,
                a.MeasureKind.WITHHOLD_PAYMENT,
            )
        ),
        months=rng.choice((1, 2)),
        target="骨科",
        clause="x",
    )
    damages = a.Measure(a.MeasureKind.LIQUIDATED_DAMAGES, amount, clause="x")
    return [
        a.ProposeHandling(
            case_no=no,
            measures=(suspension, damages),
            reasons="x",
            less_ground=c.LessGround.ELSEWHERE if rng.random() < 0.7 else None,
            less_reasons="x",
            rectify=rng.choice(("", "x")),
        ),
        a.ServeHandling(case_no=no, way=c.ServiceWay.DIRECT, served_on=day),
        *(
            a.RecordDeduction(**paid, kind=kind, how=rng.choice(list(a.Deduction)))
            for kind in c.PaymentKind
        ),
        a.ReportRectification(case_no=no, text="x"),
        a.RecheckRectification(case_no=no, passed=rng.random() < 0.6, record="x", held_on=day),
        a.CloseHandling(case_no=no, situation="x"),
        # Tried more often, or the walks would not come by.
        *(converting(no, case, a.ConvertToHandling) for _ in range(3)),
    ]


def jurisdiction(no: str, rng: Random) -> list[Any]:
    """Disputes with another bureau, mostly won; ties told by the map."""
    ours = rng.random() < 0.7
    return [
        c.DisputeJurisdiction(case_no=no, other="x", reasons="x"),
        c.SettleJurisdiction(case_no=no, ours=ours, document_no="x", reasons="x"),
        c.ReportJurisdiction(case_no=no, recipient="x", document_no="x"),
        c.RecordDesignation(case_no=no, ours=ours, document_no="x"),
        c.AnswerRecusal(case_no=no, recusal_id="B1", withdraw=rng.random() < 0.3, reasons="x"),
    ]

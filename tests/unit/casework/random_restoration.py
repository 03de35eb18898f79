"""Random people around one doctor's application for restoration, and what they might try on it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from random_bureau import DOCTOR, HOSPITAL

from casework.actors import Actor, Role
from casework.cases.leaders import LEADERS
from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as s
from casework.decide import next_actions
from tests.unit.casework.verified import VERIFIED

CERTIFICATES = tuple(f"X{n}" for n in range(24))
#: Signed objections and receipts of notices, one for each score.
SIGNED = tuple(f"{kind}S{n}" for n in range(1, 25) for kind in "YZ")
#: A case under whose reference an application rests, and a decided one that scores rest on.
CASE, DECIDED = "C9", "C1"
#: An application is sent back, and one that was approved comes to rest.
BACK = (
    s.ReviewRestoration(prac_psn_code=DOCTOR, outcome=c.Outcome.RETURNED, reasons="x"),
    s.DecideRestoration(prac_psn_code=DOCTOR, outcome=c.Outcome.RETURNED, reasons="x"),
)
REST = (s.HaltRestoration(prac_psn_code=DOCTOR, ground=s.HaltGround.OTHER, reasons="x"),)
#: Acts that take an application on; whoever may do one does it more often than chance would have it.
LEADING = frozenset(
    {
        *("ApplyRestoration", "RecordStudy", "RecordExam", "SubmitRestoration", "ReRegister"),
        *("ResubmitRestoration", "GivePartyOpinion", "ReviewRestoration", "DecideRestoration"),
        *("NotifyScore", "ResolveObjection", "ResumeRestoration", "RevokeRestoration"),
        "DecideRestorationRecusal",
        *("RecordRepair", "DecideRepair"),
    }
)


def twins() -> list[Actor]:
    """Further accounts of the humans outside, in roles that would let one man do it all, and others."""
    at = {"fixmedins_code": HOSPITAL}
    doctor, secretary, office = "p-physician", "p-party_secretary", "p-insurance_office"
    return [
        Actor("t-sec", "T1", frozenset({Role.PARTY_SECRETARY}), doctor, **at),
        Actor("t-sup", "T2", frozenset({Role.SUPERVISOR, Role.AGENCY_OFFICER}), doctor),
        Actor("t-own", "T3", frozenset({Role.PHYSICIAN, Role.INSURANCE_OFFICE}), doctor, DOCTOR, HOSPITAL),
        Actor("s-off", "S1", frozenset({Role.INSURANCE_OFFICE}), secretary, **at),
        Actor("s-sup", "S2", frozenset({Role.SUPERVISOR}), secretary),
        Actor("o-head", "O1", frozenset({Role.HEAD}), office),
        Actor("sec2", "P2", frozenset({Role.PARTY_SECRETARY}), "p-sec2", **at),
        Actor("off2", "P3", frozenset({Role.INSURANCE_OFFICE}), "p-off2", **at),
        Actor("far", "P4", frozenset({Role.PARTY_SECRETARY}), "p-far", fixmedins_code="H2"),
    ]  # fmt: skip


def ready(bureau: Any) -> None:
    """The county rule is enabled, repairs too, certificates lie in the vault; one case is open and one
    decided."""
    county(bureau)
    bureau.parameter("national_repair", "suspension")
    bureau.opened(CASE)
    bureau.staffed(CASE)
    bureau.submitted(CASE, c.Filing.NOT_FILE)
    # A fraud: points that end the payment eligibility at once may rest on it.
    bureau.article = "tiaoli-40-1"
    # Its conduct lasted from the county's rules into the national ones: scores of either rest on it.
    bureau.conduct_from = date(2024, 1, 10)
    assert bureau.decided() == DECIDED
    bureau.sealed(DECIDED)
    served = {"way": c.ServiceWay.DIRECT, "served_on": bureau.today}
    bureau.do("ins1", c.ServeDecision(case_no=DECIDED, **served))


def places(file: Any) -> list[Any]:
    """A second place of practice, and to leave one or the other."""
    own = {"prac_psn_code": DOCTOR}
    add = [p.AddPracticePoint(**own, fixmedins_code=code) for code in (HOSPITAL, "H2")]
    if not file.restorations or not file.institutions:
        return add if file.version else []
    day, said = file.restorations[-1].applied_at.date(), {"reasons": "x"}
    return [p.LeavePractice(**own, fixmedins_code=file.institutions[-1], left_on=day, **said), *add]


def county(bureau: Any) -> None:
    """The county rule is enabled, and certificates lie in the vault."""
    bureau.parameter("local_restoration", "enabled")
    for one in (*CERTIFICATES, *SIGNED):
        bureau.evidence(one)


def restorations(rng: Random, bureau: Any) -> list[Any]:
    """Commands on an application, lawful or not."""
    own = {"prac_psn_code": DOCTOR}
    yes = c.Outcome.APPROVED
    outcome = yes if rng.random() < 0.8 else rng.choice(list(c.Outcome))
    certificate, day = rng.choice(CERTIFICATES), bureau.today - timedelta(days=rng.randrange(30))
    ground = rng.choice(list(s.HaltGround))
    on_paper = day.day % 4 == 0
    return [
        s.RecordPaperApplication(**own, statement="x", application_scan=certificate)
        if on_paper
        else s.ApplyRestoration(**own, statement="x", commitment=True),
        s.RecordStudy(
            **own,
            course="x",
            hours=Decimal(rng.choice(("1.5", "8", "16", "40"))),
            studied_on=day,
            certificate=certificate,
        ),
        s.RecordExam(
            **own, exam="x", mark=rng.choice((40, 60, 90)), held_on=day, certificate=certificate
        ),
        s.SubmitRestoration(**own),
        s.ResubmitRestoration(**own, answer="x"),
        s.GivePartyOpinion(**own, outcome=outcome, reasons="x"),
        s.ReviewRestoration(**own, outcome=outcome, reasons="x", **_verified(rng)),
        s.DecideRestoration(**own, outcome=outcome, reasons="x"),
        s.RecuseFromRestoration(**own, relation="x"),
        *_recusals(rng, bureau, own),
        s.ReRegister(**own, registration_no="x"),
        s.HaltRestoration(**own, ground=ground, reasons="x", reference=CASE),
        s.ResumeRestoration(**own, reasons="x"),
        s.DismissRestoration(**own, reasons="x"),
        s.RecordPaperWithdrawal(**own, reasons="x", withdrawal_scan=certificate)
        if on_paper
        else s.WithdrawRestoration(**own, reasons="x"),
        s.ProposeRevocation(**own, reasons="x"),
        s.StateOnRevocation(**own, text="x"),
        *(
            over(**own, reasons="x")
            for over in (s.RefuseRevocation, s.WithdrawRevocation)
            if rng.random() < 0.1
        ),
        s.RevokeRestoration(**own, reasons="x"),
        *_bars(rng, bureau, own),
        *_repairs(rng, bureau, own),
        c.DeclineCase(case_no=CASE, reasons="x"),
        *([_fall(bureau)] if rng.random() < 0.15 else []),
        *_money(rng, bureau),
    ]


def _verified(rng: Random) -> dict[str, bool | None]:
    """Mostly a yes to each of the four matters; now and then one is denied or left open."""
    return {
        name: yes if rng.random() < 0.95 else rng.choice((False, None))
        for name, yes in VERIFIED.items()
    }


def _repairs(rng: Random, bureau: Any, own: dict[str, str]) -> list[Any]:
    """An activity that repairs points, and an answer to one that waits or was answered."""
    repairs = bureau.state(f"points:{DOCTOR}").repairs
    held = bureau.today - timedelta(days=rng.choice((0, 0, 0, 5, 200)))
    record = p.RecordRepair(
        **own, activity=rng.choice(list(p.RepairKind)), title="x", held_on=held,
        certificate=rng.choice(CERTIFICATES),
    )  # fmt: skip
    waiting = [one.repair_id for one in repairs if one.outcome is None]
    which = rng.choice(waiting) if waiting else f"X{rng.randint(1, len(repairs) or 1)}"
    yes = rng.random() < 0.8
    return [record, p.DecideRepair(**own, repair_id=which, approve=yes, reasons="x")]


def _money(rng: Random, bureau: Any) -> list[Any]:
    """What the institution owes the fund comes in, at once or in parts."""
    case = bureau.state(f"case:{DECIDED}")
    if case.decision is None:
        return []
    left = case.decision.recovery - case.recovered - case.recovery_written_off
    if case.annulled or left <= 0:
        return []
    amount = left if rng.random() < 0.6 else min(left, Decimal("500.00"))
    given = {"kind": c.PaymentKind.RECOVERY, "amount": amount, "paid_on": bureau.today}
    return [c.RecordPayment(case_no=DECIDED, **given, voucher="x")]


def _fall(bureau: Any) -> c.AnnulDecision:
    """The decision is set aside, whatever rests on it by now."""
    return c.AnnulDecision(
        case_no=DECIDED, by="x", document_no="x", annulled_on=bureau.today, reasons="x"
    )


def _recusals(rng: Random, bureau: Any, own: dict[str, str]) -> list[Any]:
    """Now and then somebody is asked to withdraw, and oftener what was asked is decided."""
    found: list[Any] = []
    if rng.random() < 0.1:
        whom, ground = rng.choice(sorted(bureau.people)), rng.choice(list(c.RecusalGround))
        found.append(s.RequestRestorationRecusal(**own, decider=whom, ground=ground, reason="x"))
    application = bureau.state(f"points:{DOCTOR}").restoration
    for one in application.recusals if application else ():
        if one.granted is None:
            yes = rng.random() < 0.5
            # Of a head the leaders decide, here and there with one who may not be there.
            people = sorted(a.account for a in bureau.people.values() if a.holds(*LEADERS))
            told = {"members": tuple(rng.sample(people, 2)), "record": "x", "held_on": bureau.today}
            found.append(
                s.DecideRestorationRecusal(
                    **own, recusal_id=one.recusal_id, approve=yes, reasons="x", **told,
                    stand_in=rng.choice(people),
                )
            )  # fmt: skip
    return found


def _bars(rng: Random, bureau: Any, own: dict[str, str]) -> list[Any]:
    """A bar of the person now and then, and the paper that lifts one, oftener."""
    found: list[Any] = []
    if rng.random() < 0.04:
        record = s.RecordRestorationBar(
            **own, ground=rng.choice(list(s.BarGround)), document_no="x", issued_on=bureau.today,
            reasons="x",
        )  # fmt: skip
        found.append(record)
    bars = [bar.bar_id for bar in bureau.state(f"points:{DOCTOR}").bars] or ["B1"]
    lift = s.LiftRestorationBar(**own, bar_id=rng.choice(bars), document_no="x", reasons="x")
    return [*found, *[lift] * 3]


def thinned(commands: list[Any], rng: Random, file: Any, national: bool) -> list[Any]:
    """The commands without most changes of scores while an application runs, of one rule mostly.

    Else every application would rest for ever or fall, or every doctor be under a national ban.
    """
    application = file.restoration
    rare = application is not None and application.is_open and rng.random() < 0.9
    found = []
    for one in commands:
        if rare and isinstance(one, p.RecordScore | p.AnnulScore):
            continue
        county = isinstance(one, p.RecordScore) and not national and rng.random() < 0.95
        found.append(
            replace(one, conduct_on=date(2024, 6, 1), conduct_to=date(2024, 6, 1))
            if county
            else one
        )
    return found


def choose_on_file(
    file: Any, at: datetime, rng: Random, people: list[Actor], commands: list[Any]
) -> tuple[Actor, Any]:
    """Somebody and a command: often what takes the application on, else what he is offered, or any."""
    falls = [one for one in commands if isinstance(one, c.AnnulDecision)]
    if falls and rng.random() < 0.06:
        return rng.choice([one for one in people if one.holds(Role.HEAD)]), falls[0]
    money = [one for one in commands if isinstance(one, c.RecordPayment)]
    if money and rng.random() < 0.015:
        return rng.choice([one for one in people if one.holds(Role.INSPECTOR)]), money[0]
    if rng.random() < 0.6:
        for who in rng.sample(people, len(people)):
            lead = {one.name for one in next_actions(file, who, at)} & LEADING
            likely = [one for one in commands if type(one).__name__ in lead]
            if likely:
                return who, rng.choice(likely)
    who = rng.choice(people)
    his = {one.name for one in next_actions(file, who, at)}
    likely = [one for one in commands if type(one).__name__ in his]
    return who, rng.choice(likely if likely and rng.random() < 0.7 else commands)

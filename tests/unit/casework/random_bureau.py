"""Random people with random commands: what a careless or dishonest bureau might try."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from random_measures import (
    converting,
    delegations,
    handling,
    jurisdiction,
    mandated,
    measures,
    statements,
)

from casework.actors import ANY_LETTER, PRINCIPALS, Actor, Role
from casework.cases.stages import Stage
from casework.cases.submissions import STAGES, waiting
from casework.clocks.calendars import day_start
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import clocks as k
from casework.commands import points as p
from casework.commands import referral as r
from casework.commands import restoration as s
from casework.commands.documents import IssueForm, SignForm, VoidForm
from casework.decide import next_actions
from casework.documents.catalogue import form_of
from casework.documents.due import FILING, filing_gap, report_due, unsigned
from casework.documents.effect import papers as effect_papers
from casework.documents.effect import public_papers
from casework.documents.handed import KINDS, paper_of, waits_since
from casework.documents.heard import hearing_papers
from casework.documents.letter import (
    APPROVAL,
    CRIME_LETTER,
    approval_lacking,
    letter_of,
    letter_waits,
)
from casework.documents.scans import scans_of
from casework.referral.refer import group_of
from tests.unit.casework.random_articles import other_articles
from tests.unit.casework.random_disputes import disputes, ended
from tests.unit.casework.verified import VERIFIED

DOCTOR, HOSPITAL = "D1", "H34162300001"
STAFF = (
    Role.INSPECTOR,
    Role.SUPERVISOR,
    Role.LEGAL_REVIEWER,
    Role.HEAD,
    Role.AGENCY_OFFICER,
    Role.DEPUTY_HEAD,
)
#: What follows a served decision while no act leads.
AFTERWARDS = frozenset(
    {"RecordPayment", "RecordRemedy", "CloseRemedy", "AttachReceipt", "ProposeClosing"}
)
OUTSIDE = (Role.INSURANCE_OFFICE, Role.PARTY_SECRETARY, Role.PHYSICIAN)
PARTS = dict.fromkeys(("party", "measures", "facts", "evidence", "law", "proposal"), "x")


def _lower(case: Any, amount: Decimal) -> dict[str, Any]:
    """What an outcome changes: the fine, the recovery, the months, or several at once.

    By the length of the chain and not by chance, so that the walks of a seed stay what they were.
    """
    decision, n = case.decision, case.version
    known = decision.recovery if decision is not None else Decimal(0)
    return {
        "fine": (amount, amount, None)[n % 3],
        "recovery": (None, None, known / 2, known, Decimal(0))[n % 5],
        "months": (None, None, None, 0, 1, 3, 12)[n % 7],
    }


def crowd(rng: Random) -> list[Actor]:
    """Seven humans of the bureau with two accounts each, roles at random, and three outside.

    Every role sits somewhere, or nothing could ever be decided.
    """
    found = []
    for n in range(7):
        for twin in ("", "b"):
            own = {STAFF[n % len(STAFF)], rng.choice(STAFF)}
            roles = set(STAFF) if rng.random() < 0.25 else own
            own_roles = frozenset(roles)
            found.append(Actor(f"u{n}{twin}", f"N{n}", own_roles, f"p{n}", letters=(ANY_LETTER,)))
    found.append(Actor("head1", "H1", frozenset({Role.HEAD, Role.AGENCY_HEAD}), "p-h1"))
    for role in OUTSIDE:
        code = DOCTOR if role is Role.PHYSICIAN else None
        login = f"o{role.value[:5]}"
        found.append(Actor(login, login, frozenset({role}), f"p-{role.value}", code, HOSPITAL))
    return found


def seats(bureau: Any, people: list[Actor]) -> None:
    """Give everybody an account, and the vault what subjects of measures signed."""
    for one in people:
        bureau.people[one.account] = one
        bureau.seed(one)
    statements(bureau)


def scans(no: str) -> tuple[str, ...]:
    """The scans of signed papers that the vault holds for a case."""
    return tuple(f"{no}-{n}" for n in range(1, 31))


def free(case: Any) -> list[Any]:
    """Scans in the case that no standing paper has taken."""
    taken = {scan for scan, _ in scans_of(case)}
    return [item for item in case.evidence if item.evidence_id not in taken]


def pool(bureau: Any, rng: Random, people: list[Actor], no: str) -> list[Any]:
    """One of each command, its figures and people at random, some of them unlawful on purpose."""
    case, today = bureau.state(f"case:{no}"), bureau.today
    staff = [one.account for one in people if one.prac_psn_code is None]
    some = lambda n: tuple(rng.sample(staff, n))  # noqa: E731 - two lines of the same draw
    officers = [o.hand.account for o in case.officers] or list(some(2))
    two = tuple(officers[:2]) if rng.random() < 0.8 else some(2)
    proposal = case.proposal.proposal_id if case.proposal else "P1"
    day = today - timedelta(days=rng.choice((0, 0, 0, 1, 9)))
    direct = c.ServiceWay.DIRECT
    return [
        *_filing(no, rng, case, some, today),
        *_lines(no, rng),
        *_investigation(no, rng, case, two, some),
        *_handed(no, case, day),
        *_penalty(no, rng, case, proposal, day, some, people),
        *_after(no, rng, case, day, today),
        *_agreement(no, rng, direct, day, case),
        *_referral(no, rng, two, case, day),
        *points(no, rng, bureau),
        *measures(bureau, rng),
        *delegations(bureau, rng, people),
        *handling(no, rng, day, case),
        *jurisdiction(no, rng),
    ]


Draw = Callable[[int], tuple[str, ...]]


def _text_missing(case: Any) -> bool:
    return any(one.form is None for one in public_papers(case))


def _publication(no: str, case: Any, day: date) -> list[Any]:
    """The one step towards a publication that the case waits for."""
    if waiting(case, c.Matter.PUBLICATION):
        return [c.DecidePublication(case_no=no)]
    one = case.publication
    if one is None or not one.impact:
        # By the length of the chain: most are not published, and the walk comes to the money and the closing.
        impact = case.version % 4 == 0
        return [c.ProposePublication(case_no=no, social_impact=impact, reasons="x", text="x")]
    if _text_missing(case):
        return [IssueForm(case_no=no, form_id="public_text")]
    return [c.PublishDecision(case_no=no, where="x", published_on=day)]


def _submitted(no: str, rng: Random, case: Any, yes: dict[str, bool]) -> list[Any]:
    """What is submitted before a filing, an extension, the closing; only where it may be, so that it fills
    no other list."""
    asked = {
        c.Matter.FILING: c.ProposeFiling(
            case_no=no, filing=_mostly(rng, c.Filing), **yes, reasons="x"
        ),
        c.Matter.MORE_TIME: c.ProposeExtension(case_no=no, days=rng.choice((30, 60)), reason="x"),
        c.Matter.CLOSING: c.ProposeClosing(case_no=no, situation="x"),
    }
    now = [matter for matter in asked if case.stage in STAGES[matter]]
    return [
        *(asked[matter] for matter in now),
        *(
            c.ReviewSubmission(
                case_no=no, matter=matter, outcome=_mostly(rng, c.Outcome), reasons="x"
            )
            for matter in now
            if waiting(case, matter)
        ),
    ]


def _filing(no: str, rng: Random, case: Any, some: Draw, today: date) -> list[Any]:
    refs = tuple(c.OfficerRef(login, login) for login in some(rng.choice((1, 2, 2, 2))))
    tie = c.Tie(refs[0].account, c.RecusalGround.KIN, "x")
    ties = (tie,) if rng.random() < 0.2 else ()
    yes = dict.fromkeys(
        ("preliminary_proof", "penalty_possible", "own_jurisdiction", "within_limitation"), True
    )
    return [
        c.AssignOfficers(case_no=no, officers=refs, ties=ties),
        *_submitted(no, rng, case, yes),
        c.FileCase(case_no=no, **yes, reasons="x"),
        c.StartInvestigation(case_no=no, certificates_shown=True, recusal_settled=True),
        c.WriteReport(case_no=no, **PARTS),
        c.DecideOnSpot(
            case_no=no,
            officers=some(2),
            article_id="tiaoli-38-3",
            base_loss=Decimal(rng.choice((100, 9000))),
            multiple=Decimal(1),
            present="法定代表人王某",
            place="x",
            decision_no="x",
            told=True,
            defence="x",
            reasons="x",
        ),
    ]


def _lines(no: str, rng: Random) -> list[Any]:
    part = Decimal(rng.choice(("0.5", "100.00", "4113.00")))
    bill = {"bill": rng.choice(("M1/1", "M1/2")), "title": "x", "fixmedins_code": HOSPITAL}
    paid = Decimal(rng.choice(("20.00", "500.00")))
    day = date(2026, 1, 5)
    return [
        c.ListLines(case_no=no),
        c.AddLine(case_no=no, **bill, amount=Decimal("500.00"), inside_policy=Decimal("400.00")),
        *(
            c.JudgeLines(
                case_no=no,
                verdict=c.LineVerdict.CONFIRMED,
                where=c.LineFilter(state=rng.choice(("open", None))),
            )
            for _ in range(2)
        ),
        c.JudgeLines(
            case_no=no,
            verdict=rng.choice(list(c.LineVerdict)),
            line_ids=(rng.choice(("F1", "M1/1")),),
            amount=rng.choice((None, part)),
            reasons="x",
        ),
        c.ImportRefunds(
            fixmedins_code=HOSPITAL,
            refunds=(
                c.EarlierRefund(bill["bill"], paid, rng.choice(list(c.RefundSource)), day, "x"),
            ),
        ),
    ]


#: A day on which every need of today is law.
DAY_ONE = datetime(2026, 3, 2, tzinfo=UTC)


def _handed(no: str, case: Any, day: date) -> list[Any]:
    """What was decided about held things, or on instalments, as it waits for its paper or its service."""
    found: list[Any] = []
    for kind in KINDS:
        paper = paper_of(case, kind, DAY_ONE) if waits_since(case, kind) else None
        if paper is not None and paper.form is None:
            found += [
                IssueForm(case_no=no, form_id=form, number="1", serial=1, year=2026)
                for form in paper.need.forms
            ]
        elif paper is not None:
            way = c.ServiceWay.DIRECT
            served = c.Served(kind)
            found.append(c.ServePaper(case_no=no, served=served, way=way, served_on=day))
    return found


def _investigation(no: str, rng: Random, case: Any, two: tuple[str, ...], some: Draw) -> list[Any]:
    kind = rng.choice(list(c.HoldKind))
    holds, recusals = len(case.holds) or 1, len(case.recusals) or 1
    return [
        c.RecordInspection(
            case_no=no, officers=two, held_on=date(2026, 3, 2), place="x", record="x"
        ),
        c.RequestHold(case_no=no, kind=kind, items="x", place="x", reason="x", urgent=True),
        c.DecideHold(case_no=no, hold_id=f"H{holds}", approve=True),
        c.DecideHoldEnd(case_no=no, hold_id=f"H{holds}", approve=True)
        if case.holds and case.holds[-1].ending
        else c.EndHold(case_no=no, hold_id=f"H{holds}", result="x"),
        c.RequestRecusal(case_no=no, officer=two[0], ground=c.RecusalGround.KIN, reason="x"),
        c.DecideRecusal(
            case_no=no, recusal_id=f"B{recusals}", approve=rng.random() < 0.3, reasons="x"
        ),
        c.SuspendCase(case_no=no, reasons="x"),
        c.ContinueCase(case_no=no, reasons="x"),
        k.PauseClock(
            case_no=no,
            ground=k.PauseGround.APPRAISAL,
            reason="x",
            until=date(2027, 1, 1),
            evidence_id=case.evidence[0].evidence_id if case.evidence else "x",
        ),
        k.ResumeClock(case_no=no, ground=k.PauseGround.APPRAISAL, result="x"),
        c.ExtendDecision(case_no=no, days=rng.choice((30, 60)), reason="x"),
    ]


def _penalty(
    no: str, rng: Random, case: Any, proposal: str, day: date, some: Draw, people: list[Actor]
) -> list[Any]:
    multiple = Decimal(rng.choice(("0.5", "1", "1.5", "2", "2.5")))
    grounded = rng.random() < (0.8 if multiple < 1 else 0.2)
    ground = c.MitigationGround.MERIT if grounded else None
    sheet = case.worksheets[-1] if case.worksheets else None
    base = {"case_no": no, "article_id": "tiaoli-38-1", "reasons": "x"}
    # Most who may discuss it, now and then somebody who may not.
    able = [one.account for one in people if one.holds(*PRINCIPALS, Role.SUPERVISOR)]
    members = (*rng.sample(able, 2), "head1") if rng.random() < 0.8 else some(3)
    loss = case.lines.loss if rng.random() < 0.8 else Decimal("90000.00")
    part = rng.random() < 0.2
    return [
        *other_articles(case, loss, ground),
        c.DrawWorksheet(**base, multiple=multiple, mitigation=ground, departure="x"),
        c.ProposePenalty(
            **base,
            base_loss=loss,
            multiple=multiple,
            recovery=Decimal("13.00") if part else None,
            **less(rng, part),
            suspension_months=rng.choice((None, None, 6)),
            suspension_ground=c.SuspensionGround.GRAVE_CONSEQUENCE,
            consequence="x",
            consequence_evidence=tuple(one.evidence_id for one in case.evidence[:1]),
            department="骨科",
            new_facts=rng.choice(("", "x")),
        ),
        # Seldom: most cases are to end with a penalty.
        *(
            [
                c.ProposePenalty(
                    **base, base_loss=loss, no_penalty=rng.choice(list(c.NoPenaltyGround))
                )
            ]
            if rng.random() < 0.2
            else []
        ),
        *(
            [
                c.ProposePenalty(
                    **base,
                    base_loss=sheet.loss,
                    multiple=sheet.basis.multiple,
                    worksheet_id=sheet.worksheet_id,
                )
            ]
            if sheet
            else []
        ),
        c.ReviewProposal(
            case_no=no, proposal_id=proposal, outcome=_mostly(rng, c.Outcome), reasons="x"
        ),
        IssueForm(case_no=no, form_id="notice", number="1", serial=1, year=2026),
        c.ServeNotice(case_no=no, way=c.ServiceWay.DIRECT, served_on=day),
        # Spoken again and again, or taken back, nothing would ever be decided.
        *(
            [
                c.RecordDefence(
                    case_no=no,
                    how=_mostly(rng, c.Defence),
                    text="x",
                    waives_hearing=rng.random() < 0.9,
                    document=next((item.evidence_id for item in free(case)), None),
                )
            ]
            if case.defence is None or rng.random() < 0.05
            else []
        ),
        *(
            [c.RequestHearing(case_no=no, requested_on=day)]
            if case.legal_at is None or rng.random() < 0.05
            else []
        ),
        *([c.ReturnToInvestigation(case_no=no, reasons="x")] if rng.random() < 0.03 else []),
        # Put off again and again, none would ever be held.
        # Its chair is one more step to it, and so is named more often.
        *([] if case.hearing else _chaired(case) * [_hearing(no, rng, day, some, people, case)]),
        IssueForm(case_no=no, form_id="hearing_call", number="1", serial=1, year=2026),
        c.ServePaper(case_no=no, served=c.Served.HEARING, way=c.ServiceWay.DIRECT, served_on=day),
        c.HoldHearing(
            case_no=no,
            record="x",
            clerk="x",
            attended="x",
            what_happened="x",
            how=_mostly(rng, c.SignatureHow),
        ),
        *_heard(no, case),
        *(
            [
                c.EndHearing(
                    case_no=no,
                    ground=c.HearingEnd.WITHDRAWN,
                    ended_on=day,
                    reasons="x",
                    document=next((item.evidence_id for item in free(case)), ""),
                )
            ]
            if rng.random() < 0.1
            else []
        ),
        c.SubmitLegalReview(case_no=no),
        c.ReviewLegality(
            case_no=no,
            opinion=rng.choice((c.Opinion.AGREE, c.Opinion.AGREE, c.Opinion.CHANGE)),
            text="x",
        ),
        c.DiscussCase(
            case_no=no,
            subject=rng.choice(list(c.DiscussionSubject)),
            members=members,
            held_on=day,
            record="x",
            agreed=rng.random() < 0.8,
            ruling=_mostly(rng, c.Ruling),
        ),
        c.DecideCase(
            case_no=no,
            ruling=_mostly(rng, c.Ruling),
            decision_no="1",
            reasons="x",
            ground=c.NoPenaltyGround.NO_FAULT,
        ),
        c.TerminateCase(case_no=no, reasons="x"),
    ]


def _heard(no: str, case: Any) -> list[Any]:
    """The papers of a hearing that was held; asked for only then, so that they fill no other list."""
    if not case.hearing_held:
        return []
    loose = next((item.evidence_id for item in free(case)), "x")
    papers = [form for form in case.forms if form.form_id in ("hearing_record", "hearing_report")]
    return [
        c.WriteHearingReport(case_no=no, heard="x", advice="x"),
        IssueForm(case_no=no, form_id="hearing_record"),
        IssueForm(case_no=no, form_id="hearing_report"),
        *(
            SignForm(case_no=no, issue_id=form.issue_id, evidence_id=loose)
            for form in papers
            if not form.signed
        ),
    ]


def _chaired(case: Any) -> int:
    """How often the next step to a hearing is taken: more often while nobody is named to chair it."""
    return 6 if case.stage is Stage.HEARING and case.chair_named is None else 1


def _hearing(
    no: str, rng: Random, day: date, some: Draw, people: list[Actor], case: Any
) -> c.AnnounceHearing | c.DesignateChair:
    """Its chair first, and then its day."""
    starts = day_start(day) + timedelta(days=rng.choice((3, 14, 24)))
    chairs = [one.account for one in people if one.holds(Role.HEAD, Role.LEGAL_REVIEWER)]
    chair = rng.choice(chairs) if rng.random() < 0.8 else some(1)[0]
    if _chaired(case) > 1:
        return c.DesignateChair(case_no=no, chair=chair)
    return c.AnnounceHearing(case_no=no, starts_at=starts, place="x")


def _mostly(rng: Random, kinds: Any) -> Any:
    """The first of an enum nearly always: else no walk gets far."""
    return next(iter(kinds)) if rng.random() < 0.8 else rng.choice(list(kinds))


def _after(no: str, rng: Random, case: Any, day: date, today: date) -> list[Any]:
    amount = Decimal(rng.choice(("1.00", "4113.00", "6169.50", "8226.00", "90000.00")))
    remedies = len(case.remedies) or 1
    due = [one.form.id for one in unsigned(case)][:2]
    attached = {item.evidence_id for item in case.evidence}
    more = [scan for scan in scans(no) if scan not in attached] or list(scans(no))
    needed = [form for one in effect_papers(case) for form in one.need.forms]
    papers = (
        *(needed or ("decision_approval", "decision", "no_penalty")), "closing_report", *due
    )  # fmt: skip
    return [
        *(
            IssueForm(case_no=no, form_id=form_id, number="1", serial=1, year=2026)
            for form_id in papers
        ),
        *(c.AttachEvidence(case_no=no, evidence_id=scan, proves="x") for scan in more[:2]),
        *(
            SignForm(case_no=no, issue_id=form.issue_id, evidence_id=item.evidence_id)
            for form in [one for one in case.forms if one.form_id in papers and not one.signed]
            for item in free(case)[:1]
        ),
        *(
            c.AttachReceipt(case_no=no, served=c.Served(one.served), document=item.evidence_id)
            for one in case.services
            for item in free(case)[-1:]
        ),
        *(VoidForm(case_no=no, issue_id=form.issue_id, reason="x") for form in case.forms[-2:]),
        c.ServeDecision(
            case_no=no, way=c.ServiceWay.DIRECT, served_on=day, department=rng.choice(("", "骨科"))
        ),
        *(
            c.RecordPayment(
                case_no=no, kind=kind, amount=amount, paid_on=day, voucher=f"v{case.version}"
            )
            for kind in c.PaymentKind
        ),
        # Either is of use at one moment alone.
        c.RefuseInstalments(case_no=no, reasons="x")
        if case.instalments_asked and rng.random() < 0.3
        else c.RequestInstalments(case_no=no, requested_on=day, reasons="x"),
        c.GrantInstalments(
            case_no=no,
            instalments=(c.Instalment(today + timedelta(days=30), amount),),
            reasons="x",
        ),
        *([IssueForm(case_no=no, form_id="pressing")] if case.served_on else []),
        c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=day),
        c.RecordRemedy(
            case_no=no, kind=_mostly(rng, c.RemedyKind), body="x", filed_on=day, document_no="x"
        ),
        c.CloseRemedy(
            case_no=no,
            remedy_id=f"F{remedies}",
            outcome=ended(rng, case),
            document_no="x",
            decided_on=day,
            reasons="x",
            instance=(*c.Instance, c.Instance.IN_FORCE)[case.version % 4],
            **_lower(case, amount),
        ),
        *_publication(no, case, day),
        c.CloseCase(case_no=no),
        c.ReleaseLines(case_no=no, reasons="x"),
        c.PayBack(
            case_no=no,
            kind=rng.choice(list(c.PaymentKind)),
            amount=amount,
            paid_on=day,
            voucher="v",
        ),
        *(
            c.AnnulDecision(case_no=no, by="x", document_no="x", annulled_on=day, reasons="x")
            for _ in range(rng.random() < 0.2)
        ),
        c.WriteOff(
            case_no=no,
            kind=rng.choice(list(c.PaymentKind)),
            amount=amount,
            ground=rng.choice(list(c.WriteOffGround)),
            document_no="x",
            reasons="x",
        ),
    ]


def less(rng: Random, short: bool) -> dict[str, Any]:
    """The ground for asking back less than was lost: mostly where it is needed, rarely where it is not."""
    if rng.random() > (0.8 if short else 0.1):
        return {}
    return {
        "less_ground": rng.choice(list(c.LessGround)),
        "less_reasons": rng.choice(("x", "x", "")),
    }


def _agreement(no: str, rng: Random, way: c.ServiceWay, day: date, case: Any) -> list[Any]:
    money = Decimal(rng.choice(("100.00", "4113.00")))
    measure = a.Measure(a.MeasureKind.RECOVERY, money, clause="第三十条")
    return [
        a.ProposeHandling(case_no=no, measures=(measure,), reasons="x", **less(rng, money < 1000)),
        IssueForm(case_no=no, form_id="handling_notice"),
        a.NotifyHandling(case_no=no, way=way, served_on=day),
        a.StateDefence(case_no=no, how=rng.choice(list(c.Defence)), text="x"),
        a.DecideHandling(case_no=no, ruling=_mostly(rng, c.Ruling), decision_no="1", reasons="x"),
        converting(no, case, a.ConvertCase),
    ]


def _referral(no: str, rng: Random, two: tuple[str, ...], case: Any, day: date) -> list[Any]:
    explained = dict.fromkeys(r.PackagePart, "x")
    sealed = case.referral.dossier_sha256 if case.referral else None
    report = r.ReportReferral(
        case_no=no,
        suspected_crime="x",
        facts="x",
        amount=Decimal(1),
        amount_reasons="x",
        recipient="x",
        missing_parts=explained,
    )
    group = r.AppointReferralGroup(case_no=no, officers=two, reasons="x")
    return [
        # One of both: the head appoints a group, then it reports.
        report if len(group_of(case)) > 1 else group,
        r.DecideReferral(case_no=no, approve=rng.random() < 0.5, reasons="x"),
        *_letter(no, case),
        r.SendReferral(case_no=no, dossier_sha256=sealed or "", handed_over_by=two),
        r.RecordPoliceAnswer(
            case_no=no, answer=rng.choice(list(r.PoliceAnswer)), document_no="x", reasons="x"
        ),
        *disputes(no, rng, day, case.referral),
        r.ReturnReferral(
            case_no=no,
            ground=r.ReturnGround.CASE_WITHDRAWN,
            document_no="撤1号",
            reasons="x",
        ),
    ]


def _letter(no: str, case: Any) -> list[Any]:
    """The letter of a referral as far as it is due, and the dossier with it."""
    letter = letter_of(case) if case.referral else None
    first = APPROVAL if approval_lacking(case) else CRIME_LETTER
    issue = IssueForm(case_no=no, form_id=first, number="1", serial=1, year=2026)
    approval = [one for one in case.forms if one.form_id == APPROVAL and not one.signed]
    scan = next((item.evidence_id for item in free(case)), "")
    return [
        *([issue] if letter_waits(case) else []),
        *(
            SignForm(case_no=no, issue_id=one.issue_id, evidence_id=scan)
            for one in approval[-1:]
            if scan
        ),
        *(
            [SignForm(case_no=no, issue_id=letter.issue_id, evidence_id=scan)]
            if letter and not letter.signed
            else []
        ),
        r.RecordDossier(
            case_no=no,
            file_name="d",
            sha256="c" * 64,
            sm3="d" * 64,
            size=1,
            issue_id=letter.issue_id if letter else "",
            evidence_id=letter.signed if letter else "",
        ),
    ]


def points(no: str, rng: Random, bureau: Any) -> list[Any]:
    """Commands on the doctor's file, lawful or not."""
    own = {"prac_psn_code": DOCTOR}
    file = bureau.state(f"points:{DOCTOR}")

    def entry(fits: Callable[[Any], bool]) -> str:
        """Mostly a score for which the act makes sense, else any."""
        fitting = [one.entry_id for one in file.entries if not one.void and fits(one)]
        if fitting and rng.random() < 0.8:
            return rng.choice(fitting)
        return f"S{rng.randint(1, len(file.entries) or 1)}"

    told, objected = (lambda e: e.notified_on is not None), (lambda e: e.objection is not None)
    open_, served = entry(lambda e: told(e) and not objected(e)), entry(told)
    act, points = rng.choice(
        (("agreement_breach", 3), ("tiaoli_38_39", 6), ("tiaoli_40", 12), ("repeated", 9))
    )
    decided = bureau.today - timedelta(days=rng.randrange(40))
    conduct = rng.choice((date(2024, 6, 1), date(2025, 6, 1)))
    outcome = _mostly(rng, c.Outcome)
    case_basis = p.Basis(p.BasisKind.CASE, no, date.min)
    paper = p.Basis(p.BasisKind.DOCUMENT, f"文{rng.randrange(9)}", decided, "局")
    return [
        p.RecordScore(
            **own,
            prac_psn_name="x",
            fixmedins_code=HOSPITAL,
            act=act,
            responsibility=p.Responsibility.PRIMARY,
            points=points,
            conduct_on=conduct,
            conduct_to=conduct,
            day_departure="x",
            basis=rng.choice((paper, paper, case_basis)),
            reasons="x",
        ),
        p.NotifyScore(
            **own,
            entry_id=entry(lambda e: not told(e)),
            way=c.ServiceWay.DIRECT,
            served_on=bureau.today,
        ),
        p.AttachScoreReceipt(**own, entry_id=served, receipt_scan=f"Z{served}"),
        p.ObjectToScore(
            **own,
            entry_id=open_,
            text="x",
            signed=True,
            stamped=True,
            objection_scan=f"Y{open_}",
        ),
        p.RecordPaperObjection(
            **own,
            entry_id=open_,
            received_on=bureau.today - timedelta(days=rng.randrange(12)),
            objector=p.Objector.DOCTOR,
            text="x",
            signed=True,
            stamped=True,
            objection_scan=f"Y{open_}",
        ),
        p.ResolveObjection(
            **own,
            entry_id=entry(lambda e: objected(e) and e.resolution is None),
            outcome=rng.choice(list(p.ObjectionOutcome)),
            reasons="x",
            points=rng.choice((-3, 0, 1, 4)),
        ),
        p.ReviewScore(
            **own,
            entry_id=entry(lambda e: e.review_due is not None),
            outcome=rng.choice(list(p.ScoreReviewOutcome)),
            reasons="x",
            points=rng.choice((0, 1, 4, 12)),
        ),
        p.AnnulScore(**own, entry_id=entry(told), document_no="x", reasons="x"),
        s.ApplyRestoration(**own, statement="x", commitment=True),
        s.SubmitRestoration(**own),
        s.GivePartyOpinion(**own, outcome=outcome, reasons="x"),
        s.ReviewRestoration(**own, outcome=outcome, reasons="x", **VERIFIED),
        s.DecideRestoration(**own, outcome=outcome, reasons="x"),
        s.ReRegister(**own, registration_no="x"),
        s.ProposeRevocation(**own, reasons="x"),
        s.StateOnRevocation(**own, text="x"),
        *(
            over(**own, reasons="x")
            for over in (s.RefuseRevocation, s.WithdrawRevocation)
            if rng.random() < 0.1
        ),
        s.RevokeRestoration(**own, reasons="x"),
    ]


def by_others(no: str, case: Any, day: date) -> list[Any]:
    """Approvals of the leaders that no officer of the case gives himself; outside the pool, so that
    the walks of a seed stay what they were."""
    holds = [one.hold_id for one in case.holds]
    return [
        c.ProposeExtension(case_no=no, reason="x"),
        c.ExtendClue(case_no=no, reason="x"),
        c.ExtendDecision(case_no=no, days=30, reason="x"),
        *(c.ExtendHold(case_no=no, hold_id=one, reason="x") for one in holds),
        *(c.DecideHold(case_no=no, hold_id=one, approve=True) for one in holds),
        *(c.DecideHoldEnd(case_no=no, hold_id=one, approve=True) for one in holds),
        c.SuspendCase(case_no=no, reasons="x"),
        c.ContinueCase(case_no=no, reasons="x"),
        converting(no, case, a.ConvertCase),
        converting(no, case, a.ConvertToHandling),
        c.ReleaseLines(case_no=no, reasons="x"),
        r.ReturnReferral(
            case_no=no,
            ground=r.ReturnGround.CASE_WITHDRAWN,
            document_no="撤1号",
            reasons="x",
        ),
        *_publication(no, case, day),
        c.WithdrawPublication(case_no=no, withdrawn_on=day, reason="x"),
        c.ApplyToCourt(case_no=no, court="x", document_no="x"),
        *(
            c.TransferCase(
                case_no=no, to=c.Authority.OTHER_BUREAU, recipient="x", document_no="x",
                reasons="x", whole=whole,
            )
            for whole in (True, False)
        ),
    ]  # fmt: skip


def _waited_for(command: Any, case: Any) -> bool:
    """Whether the form to be issued is one that the next service rests on."""
    if not isinstance(command, IssueForm):
        return False
    for kind in KINDS:
        paper = paper_of(case, kind, DAY_ONE) if waits_since(case, kind) else None
        if paper is not None and paper.form is None and command.form_id in paper.need.forms:
            return True
    if lack := letter_waits(case):
        return bool(form_of(command.form_id).zh in lack.zh)
    if filing_gap(case):
        return bool(command.form_id == FILING)
    heard = [one.zh for one in hearing_papers(case) if one.act == "IssueForm"]
    if heard:
        return form_of(command.form_id).zh in heard
    if _text_missing(case):
        return command.form_id == "public_text"
    due = [one.form.id for one in unsigned(case) if one.issued is None]
    if case.served_on is not None and due:
        return command.form_id == due[0]
    if case.served_on is not None and report_due(case):
        return command.form_id == "closing_report"
    if case.path is c.Path.AGREEMENT:
        lacking = [one.need.forms for one in effect_papers(case) if one.form is None]
        return command.form_id in (lacking[0] if lacking else ("handling_notice",))
    return (
        command.form_id not in ("notice", "pressing", "hearing_call")
        if case.decision
        else (command.form_id == ("hearing_call" if case.hearing else "notice"))
    )


def choose(bureau: Any, rng: Random, people: list[Actor], no: str) -> tuple[Actor, Any]:
    """Somebody and a command: mostly what the page offers him first, else anything at all."""
    commands = pool(bureau, rng, people, no)
    people = mandated(bureau, people)
    case, file = bureau.state(f"case:{no}"), bureau.state(f"points:{DOCTOR}")
    if rng.random() < 0.02:
        # No step leads to a score, and a doctor is banned by several.
        scores = [one for one in commands if isinstance(one, p.RecordScore)]
        return rng.choice([one for one in people if one.holds(Role.AGENCY_OFFICER)]), scores[0]
    if rng.random() < 0.85:
        for who in rng.sample(people, len(people)):
            state = case if rng.random() < 0.8 or not file.version else file
            acts = next_actions(state, who, bureau.at)
            offered = {one.name for one in acts if one.primary}
            if case.hearing and case.hearing.served_on and not case.hearing_held:
                # Everybody waits for the day.
                bureau.at = max(bureau.at, case.hearing.starts_at)
            if not offered and rng.random() < 0.6:
                # While money is owed no act leads: it is paid, contested, or the case is closed.
                offered = {one.name for one in acts} & AFTERWARDS
            if rng.random() < 0.3 and any(one.name == "RequestHearing" for one in acts):
                # No act that leads, and the party's choice alone.
                offered = {"RequestHearing"}
            if offered & {"SignForm", "AttachReceipt"} and not free(case):
                offered = {"AttachEvidence"}
            if "ProposePenalty" in offered and not case.evidence:
                # A suspension, and so a hearing, needs what shows the grave consequence.
                offered = {"AttachEvidence"}
            if "ProposePenalty" in offered and not case.worksheets and rng.random() < 0.3:
                offered = {"DrawWorksheet"}
            likely = [cmd for cmd in commands if type(cmd).__name__ in offered]
            if "IssueForm" in offered:
                likely = [cmd for cmd in likely if _waited_for(cmd, case)] or likely
            if likely:
                return who, rng.choice(likely)
    return rng.choice(people), rng.choice(commands)

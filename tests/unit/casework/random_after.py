"""Random acts from where the walks of a whole case seldom come: on the spot, after the decision, to the
police. A case is brought there lawfully, and everybody then tries what there is, lawful or not."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from casework.cases.collect import unpaid
from casework.commands import case as c
from casework.commands import referral as r
from casework.commands.documents import IssueForm, SignForm, VoidForm
from casework.documents.letter import (
    APPROVAL,
    CRIME_LETTER,
    approval_lacking,
    letter_of,
    referral_scans,
)
from casework.ledger.write_off import overpaid
from casework.referral.refer import group_of
from tests.unit.casework.random_disputes import disputes, ended

PEOPLE = ("ins1", "ins2", "sup", "head", "agency", "legal")
DIRECT = c.ServiceWay.DIRECT


def on_the_spot(bureau: Any, rng: Random) -> str:
    """A lead with two officers whose lines are confirmed."""
    no: str = bureau.opened()
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.lost(no, rng.choice(("900.00", "2900.00", "4113.00")))
    return no


def served(bureau: Any, rng: Random) -> str:
    """A case whose decision was served."""
    no: str = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=DIRECT, served_on=bureau.today))
    return no


def suspected(bureau: Any, rng: Random) -> str:
    """A case under investigation."""
    no: str = bureau.investigated() if rng.random() < 0.5 else bureau.to_decide()
    # Mostly the head has appointed a special group by then.
    if rng.random() < 0.8:
        bureau.grouped(no)
    return no


STARTS: tuple[Callable[[Any, Random], str], ...] = (on_the_spot, served, served, suspected)


def letters(no: str) -> tuple[str, ...]:
    """Scans in the vault of letters of referral that the case may come to have."""
    return tuple(f"移送书-{no}-{n}" for n in range(8))


def acts(bureau: Any, rng: Random, no: str) -> list[Any]:
    """One of each, its day and its sum at random; half of the sums are what is really open."""
    case, today = bureau.state(f"case:{no}"), bureau.today
    day = today - timedelta(days=rng.choice((0, 0, 0, 1, 9)))
    return [
        *_spot(no, rng, case),
        *_collecting(no, rng, case, today, day),
        *_referring(no, rng, case, bureau),
        *_ending(no, rng, case, day),
    ]


def _spot(no: str, rng: Random, case: Any) -> list[Any]:
    first = date(2025, rng.choice((1, 2)), 10)
    return [
        c.DecideOnSpot(
            case_no=no,
            officers=rng.choice((("ins1", "ins2"), ("ins1", "ins2"), ("ins1", "sup"))),
            article_id="tiaoli-38-1",
            multiple=Decimal(rng.choice(("0.5", "1", "1", "2"))),
            present="法定代表人王某",
            place="x",
            decision_no="1",
            told=rng.random() < 0.9,
            defence="x",
            reasons="x",
        ),
        # Tried where it can be issued alone, so that the others are not taken less often.
        *([IssueForm(case_no=no, form_id="spot_report")] if case.on_spot else []),
        c.ReportSpot(case_no=no, remarks="x"),
        c.CorrectParty(case_no=no, address=rng.choice(("", "x", "y")), reasons="x"),
        c.CorrectConduct(
            case_no=no,
            conduct_from=first,
            conduct_to=rng.choice((date(2023, 3, 1), date(2025, 12, 20), date(2030, 1, 1))),
            reasons="x",
        ),
    ]


def _collecting(no: str, rng: Random, case: Any, today: date, day: date) -> list[Any]:
    kind = rng.choice(list(c.PaymentKind))
    some = Decimal(rng.choice(("1.00", "100.00", "4113.00", "8226.00", "20000.00")))
    back = overpaid(case) if rng.random() < 0.5 else some
    fine = unpaid(case) if rng.random() < 0.7 else some
    parts = (fine,) if rng.random() < 0.5 else (Decimal("1.00"), max(fine - 1, Decimal(0)))
    due = today + timedelta(days=rng.choice((-1, 10, 60)))
    later = (c.Instalment(due + timedelta(days=30 * n), one) for n, one in enumerate(parts))
    paid = {"case_no": no, "paid_on": day, "voucher": f"v{case.version}"}
    return [
        c.RecordPayment(kind=kind, amount=some, **paid),
        c.RecordPayment(kind=c.PaymentKind.FINE, amount=rng.choice((some, fine)), **paid),
        c.PayBack(kind=kind, amount=back, **paid),
        c.RequestInstalments(case_no=no, requested_on=day, reasons="x"),
        c.RefuseInstalments(case_no=no, reasons="x"),
        c.GrantInstalments(case_no=no, instalments=tuple(later), reasons="x"),
        IssueForm(case_no=no, form_id="pressing"),
        c.PressPayment(case_no=no, way=DIRECT, served_on=day),
        c.ApplyToCourt(case_no=no, court="x", document_no="x"),
        c.RecordCourtRuling(
            case_no=no,
            ruling=rng.choice(list(c.CourtRuling)),
            ruled_on=day,
            document_no="x",
            reasons="x",
        ),
    ]


def _referring(no: str, rng: Random, case: Any, bureau: Any) -> list[Any]:
    sealed = case.referral.dossier_sha256 if case.referral else None
    report = r.ReportReferral(
        case_no=no,
        suspected_crime="x",
        facts="x",
        amount=Decimal("4113.00"),
        amount_reasons="x",
        recipient="x",
        missing_parts=dict.fromkeys(r.PackagePart, "x"),
    )
    group = r.AppointReferralGroup(case_no=no, officers=("ins1", "ins2"), reasons="x")
    return [
        # One of both: the head appoints a group, then it reports.
        report if len(group_of(case)) > 1 else group,
        r.DecideReferral(case_no=no, approve=rng.random() < 0.7, reasons="x"),
        *_letter(no, rng, case),
        *5
        * [
            r.SendReferral(case_no=no, dossier_sha256=sealed or "", handed_over_by=("ins1", "ins2"))
        ],
        *5 * [r.RecordReceipt(case_no=no, receipt_no="x", received_at=bureau.at)],
        r.RecordPoliceAnswer(
            case_no=no, answer=rng.choice(list(r.PoliceAnswer)), document_no="x", reasons="x"
        ),
        *disputes(no, rng, bureau.today, case.referral),
        # Few walks come as far as an answer: what follows upon it is taken more often.
        *(20 if case.referral and case.referral.status in ("filed", "not_filed") else 1)
        * [
            r.ReturnReferral(
                case_no=no,
                ground=r.ReturnGround.CASE_WITHDRAWN,
                document_no="撤1号",
                reasons="x",
            )
        ],
    ]


def _letter(no: str, rng: Random, case: Any) -> list[Any]:
    """What makes the letter of a referral, and takes it back; and a dossier with it, or with an older one."""
    letter, used = letter_of(case), referral_scans(case)
    attached = {one.evidence_id for one in case.evidence}
    more = next((one for one in letters(no) if one not in attached), letters(no)[0])
    free = [one for one in letters(no) if one in attached and one not in used]
    lack = approval_lacking(case)
    unsigned = [one for one in case.forms if one.form_id == APPROVAL and not one.signed]
    held = letter if rng.random() < 0.9 else next(iter(case.forms), None)
    # Of many acts that may be done the next step is taken more often, or no walk came to the police.
    likely = 8 if case.referral and case.referral.status == "approved" else 1
    return likely * [
        IssueForm(
            case_no=no, form_id=APPROVAL if lack else CRIME_LETTER, number="1", serial=1, year=2026
        ),
        *(
            SignForm(case_no=no, issue_id=one.issue_id, evidence_id=scan)
            for one in unsigned[-1:]
            for scan in free[:1]
        ),
        c.AttachEvidence(case_no=no, evidence_id=more, proves="x"),
        *(
            SignForm(
                case_no=no,
                issue_id=letter.issue_id,
                evidence_id=one,
                reason=rng.choice(("", "附错")),
            )
            for one in free[-1:]
            if letter
        ),
        *(
            VoidForm(case_no=no, issue_id=one.issue_id, reason="x")
            for one in case.forms[-1:]
            if rng.random() < 0.02
        ),
        r.RecordDossier(
            case_no=no,
            file_name="d",
            sha256="c" * 64,
            sm3="d" * 64,
            size=1,
            issue_id=held.issue_id if held else "",
            evidence_id=held.signed if held else "",
        ),
    ]


def _ending(no: str, rng: Random, case: Any, day: date) -> list[Any]:
    return [
        c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1", reasons="x"),
        c.TerminateCase(case_no=no, reasons="x"),
        c.ProposeClosing(case_no=no, situation="x"),
        c.ReviewSubmission(
            case_no=no, matter=c.Matter.CLOSING, outcome=c.Outcome.APPROVED, reasons="x"
        ),
        c.CloseCase(case_no=no),
        *([c.AnnulDecision(case_no=no, by="x", document_no="x", annulled_on=day, reasons="x")]
          if rng.random() < 0.2 else []),
        c.RecordRemedy(
            case_no=no, kind=rng.choice(list(c.RemedyKind)), body="x", filed_on=day, document_no="x"
        ),
        c.CloseRemedy(
            case_no=no,
            remedy_id=f"F{len(case.remedies) or 1}",
            outcome=ended(rng, case),
            document_no="x",
            decided_on=day,
            reasons="x",
            instance=(*c.Instance, c.Instance.IN_FORCE)[case.version % 4],
            fine=rng.choice((Decimal("4113.00"), Decimal("100.00"))),
        ),
    ]  # fmt: skip

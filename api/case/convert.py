"""A case's fold → the desk's types, in the reader's language and masked."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from api.account.types import AccountRef
from api.case import types as gql
from api.case.handling_types import Handling as HandlingOfCase
from api.case.handling_types import (
    HandlingMeasure,
    HandlingMoney,
    PerformanceDecision,
    Rectification,
    RectificationCheck,
)
from api.languages import Language
from api.measure.convert import pharmacy_act_of
from api.names import cited, pick, rule_name
from casework.agreement.execute import open_of
from casework.agreement.table import named
from casework.cases.excluded import GROUNDS, Excluded
from casework.cases.impose import months_of
from casework.cases.origin import Origin
from casework.cases.rests import rests
from casework.cases.state import (
    Attachment,
    CaseState,
    Decision,
    Handling,
    Officer,
    Picture,
    Proposal,
    Task,
)
from casework.cases.stopped import rectified_by
from casework.cases.submitted import Submitted
from casework.clocks.calendars import local_date
from casework.commands.case import (
    FraudSign,
    LessGround,
    NoPenaltyGround,
    PartyKind,
    Path,
    PaymentKind,
    SuspensionGround,
)
from casework.documents.letter import dossier_outdated, letter_of
from casework.law.fines import formula_en, grouped
from casework.law.no_penalty import ground_of
from casework.masking import mask_address, mask_certno, mask_name
from casework.money import ZERO

REFERRAL_TITLES = {
    "reported": ("已书面报告，待主要负责人决定", "reported, to be decided by the head"),
    "approved": ("已批准移送", "referral approved"),
    "refused": ("不批准移送", "referral refused"),
    "sent": ("已移送", "sent"),
    "received": ("公安机关已签收", "received by the police"),
    "filed": ("公安机关已立案", "filed by the police"),
    "not_filed": ("公安机关不予立案", "not filed by the police"),
    "returned": ("已退回行政处理", "returned"),
}

ANSWERS = {"filed": ("立案", "filed"), "not_filed": ("不予立案", "not filed")}


def party_of(state: CaseState, *, masked: bool) -> gql.CaseParty | None:
    """The party; a natural person's name stays masked without a purpose."""
    party = state.party
    if party is None:
        return None
    hide = masked and party.kind is PartyKind.PERSON
    return gql.CaseParty(
        kind=party.kind,
        key=party.key,
        name=mask_name(party.name) if hide else party.name,
        address=mask_address(party.address) if hide else party.address,
        representative=party.representative,
        representative_no=mask_certno(party.representative_no)
        if masked
        else party.representative_no,
        sole_trader=party.sole_trader,
    )


def officer_of(officer: Officer) -> AccountRef:
    """An officer in charge."""
    return AccountRef(account=officer.hand.account, name=officer.hand.name, roles=[])


def proposal_of(p: Proposal, state: CaseState, language: Language) -> gql.PenaltyProposal:
    """A proposal with its arithmetic."""
    names = {one.evidence_id: one.name for one in state.evidence}
    return gql.PenaltyProposal(
        proposal_id=p.proposal_id,
        article_id=p.article_id,
        citation=cited(language, p.citation),
        base_loss=p.base_loss,
        multiple=p.multiple,
        fine=p.fine,
        recovery=p.recovery,
        **_less(p),
        suspension_months=p.suspension_months,
        suspension_ground=SuspensionGround(p.suspension_ground) if p.suspension_ground else None,
        consequence=p.consequence,
        consequence_evidence=[names[one] for one in p.consequence_evidence if one in names],
        department=p.department,
        intent=[FraudSign(one) for one in p.intent],
        no_penalty=NoPenaltyGround(p.no_penalty) if p.no_penalty else None,
        not_insured=p.not_insured,
        formula=grouped(pick(language, p.formula, formula_en(p.formula))),
        hearing_right=p.hearing_right,
        reasons=p.reasons,
        proposed_by=p.by.name,
        proposed_at=p.at,
        outcome=p.outcome,
        reviewed_by=p.reviewed_by.name if p.reviewed_by else None,
        review_reasons=p.review_reasons,
    )


def _less(one: Proposal | Handling) -> dict[str, Any]:
    """What is not asked back of the confirmed loss, and why."""
    return {
        "not_demanded": one.not_demanded or ZERO,
        "less_ground": LessGround(one.less_ground) if one.less_ground else None,
        "less_reasons": one.less_reasons,
    }


def evidence_of(
    case: CaseState, item: Attachment, damage: str | None, language: Language
) -> gql.CaseEvidence:
    """An attached item; ``damage`` is what the last check found wrong with it."""
    return gql.CaseEvidence(
        evidence_id=item.evidence_id,
        name=item.name,
        kind=item.kind,
        size=item.size,
        sha256=item.sha256,
        sm3=item.sm3,
        proves=item.proves,
        attached_at=item.at,
        damage=damage,
        reporter=item.reporter,
        origin=_cited_from(item.origin, language) if item.origin else None,
        excluded=_mark(item.excluded, language),
        excluded_why=item.excluded.reasons if item.excluded else None,
        doubt=_doubt(item, language),
        doubt_why=item.doubt.reasons if item.doubt else None,
        doubted_back=bool(item.doubt and item.doubt.back),
        home_excluded=_mark(item.home_excluded, language),
        rests=[pick(language, one.zh, one.en) for one in rests(case, item)],
    )


def _mark(one: Excluded | None, language: Language) -> str | None:
    return pick(language, one.mark.zh, one.mark.en) if one else None


def _doubt(item: Attachment, language: Language) -> str | None:
    """What is proposed of it, and by whom."""
    one = item.doubt
    if one is None:
        return None
    if one.back:
        return pick(language, f"拟恢复（{one.by.name}）", f"to be taken back ({one.by.name})")
    ground = GROUNDS[one.ground]
    zh = f"拟排除：{ground.zh}（{'当事人提出，' if one.by_party else ''}{one.by.name}）"
    en = f"to be ruled out: {ground.en} ({'on objection, ' if one.by_party else ''}{one.by.name})"
    return pick(language, zh, en)


def _cited_from(one: Origin, language: Language) -> gql.CitedFrom:
    return gql.CitedFrom(
        case_no=one.case_no,
        number=one.number,
        reason=one.reason,
        takers=list(one.takers),
        collected_at=one.collected_at,
        method=one.method,
        text=pick(language, one.said.zh, one.said.en),
    )


def task_of(task: Task) -> gql.CaseTask:
    """A task."""
    return gql.CaseTask(
        task_id=task.task_id,
        title=task.title,
        assignee=task.assignee,
        due=task.due,
        given_by=task.by.name,
        result=task.result,
    )


def handling_of(handling: Handling, language: Language) -> HandlingOfCase:
    """A proposed handling under the agreement."""
    acts = named(handling.pharmacy_tables, handling.pharmacy_acts)
    return HandlingOfCase(
        measures=[
            HandlingMeasure(
                kind=m.kind,
                amount=m.amount,
                months=m.months,
                target=handling.hit(m),
                clause=m.clause,
                area=m.area,
                ends_at=m.ends_at,
            )
            for m in handling.measures
        ],
        reasons=handling.reasons,
        proposed_by=handling.by.name,
        pharmacy_acts=list(handling.pharmacy_acts),
        pharmacy_rows=[pharmacy_act_of(row, language) for row in acts],
        rectify=handling.rectify,
        rectify_days=handling.rectify_days,
        **_less(handling),
    )


def handling_money_of(state: CaseState, before: Decimal) -> HandlingMoney | None:
    """The account of a decided handling; ``before`` is what had come back by its decision."""
    decision = state.decision
    if decision is None or state.path is not Path.AGREEMENT:
        return None
    left = open_of(state)
    return HandlingMoney(
        recovery=decision.recovery,
        recovered_before=before,
        recovered=state.recovered,
        recovery_open=left[PaymentKind.RECOVERY],
        damages=decision.damages,
        damages_paid=state.damages_paid,
        damages_open=left[PaymentKind.DAMAGES],
    )


def performance_of(state: CaseState) -> PerformanceDecision | None:
    """The decision that the handling is performed, and when it was served."""
    one = state.performance
    if one is None:
        return None
    return PerformanceDecision(
        decision_no=one.decision_no,
        recovery=one.recovery,
        damages=one.damages,
        days=one.days,
        reasons=one.reasons,
        by=one.by.name,
        at=one.at,
        served_on=state.performance_on,
    )


def rectification_of(state: CaseState) -> Rectification | None:
    """What has to be put right."""
    one = state.rectification
    if one is None:
        return None
    return Rectification(
        text=one.text,
        due=rectified_by(state),
        reports=list(one.reports),
        checks=[
            RectificationCheck(held_on=day, passed=passed, record=record)
            for day, passed, record in one.checks
        ],
        reported=one.reported,
        passed=one.passed,
    )


def report_of(state: CaseState) -> gql.CaseReport | None:
    """The six parts of the investigation report."""
    if state.report is None:
        return None
    parts = ("party", "measures", "facts", "evidence", "law", "proposal")
    return gql.CaseReport(
        **{part: state.report.get(part, "") for part in parts},
        by=state.report_by.name if state.report_by else "",
    )


def weighed_of(state: CaseState) -> gql.ReferralWeighed | None:
    """What the officers weighed last of a referral."""
    one = state.weighed
    if one is None:
        return None
    return gql.ReferralWeighed(
        refer=one.refer, reasons=one.reasons, amount=one.amount, by=one.by.signed, at=one.at
    )


def decision_of(state: CaseState, language: Language) -> gql.Decision | None:
    """What was decided, with its law in the reader's language."""
    months = months_of(state) if state.decision else 0
    return decided(state.decision, language, months or None) if state.decision else None


def _rests_on(d: Decision) -> str:
    """The law of the ruling: who is spared is so by the ground, not by the clause that would punish."""
    ground = ground_of(d.ground, local_date(d.at)) if d.ground else None
    return ground.basis if ground else d.citation


def decided(d: Decision, language: Language, months: int | None = None) -> gql.Decision:
    """A decision, also one that fell since."""
    return gql.Decision(
        ruling=d.ruling,
        decision_no=d.decision_no,
        fine=d.fine,
        recovery=d.recovery,
        suspension_months=months,
        citation=cited(language, _rests_on(d)),
        reasons=d.reasons,
        by=d.by.name,
        at=d.at,
        on_behalf_of=d.by.behalf.name if d.by.behalf else None,
    )


def referral_of(state: CaseState, language: Language) -> gql.Referral | None:
    """How far the referral is; None without one."""
    referral = state.referral
    if referral is None:
        return None
    letter = letter_of(state) if referral.approved else None
    title = REFERRAL_TITLES.get(referral.status, (referral.status, referral.status))
    return gql.Referral(
        status=referral.status,
        status_title=pick(language, *title),
        reported_by=referral.reported_by.name,
        reported_at=referral.reported_at,
        officers=[hand.name for hand in referral.officers],
        suspected_crime=referral.suspected_crime,
        facts=referral.facts,
        amount=referral.amount,
        recipient=referral.recipient,
        missing_parts=[
            gql.DossierExplanation(part=str(part), reason=reason)
            for part, reason in referral.missing_parts.items()
        ],
        approved=referral.approved,
        decided_by=referral.decided_by.name if referral.decided_by else None,
        decided_at=referral.decided_at,
        decision_reasons=referral.decision_reasons,
        dossier_name=referral.dossier_name,
        dossier_sha256=referral.dossier_sha256,
        dossier_sm3=referral.dossier_sm3,
        dossier_damaged=referral.dossier_sha256 in referral.damaged_dossiers,
        dossier_outdated=dossier_outdated(state),
        letter_no=letter.number if letter else None,
        letter_signed=bool(letter and letter.signed),
        sent_at=referral.sent_at,
        receipt_no=referral.receipt_no,
        answer=_answer(language, referral.answer),
        answer_reasons=referral.answer_reasons,
        copied_on=referral.copied_on,
        items_on=referral.items_on,
        objected_on=referral.objected_on,
        review=_answer(language, referral.review),
        supervision_on=referral.supervision_on,
        supervision=_answer(language, referral.supervision),
    )


def _answer(language: Language, answer: str | None) -> str | None:
    return pick(language, *ANSWERS[answer]) if answer else None


def findings_of(state: CaseState, language: Language) -> list[gql.CaseFinding]:
    """The findings as they were when they entered the case."""
    return [
        gql.CaseFinding(
            finding_id=f.finding_id,
            rule_id=f.rule_id,
            rule_name=rule_name(f.rule_id, language),
            amount=f.amount,
            elsewhere=f.elsewhere,
            sentence=pick(language, f.sentence, f.sentence_en or f.sentence),
        )
        for f in state.findings
    ]


def picture_of(picture: Picture) -> gql.CasePicture:
    """An attached picture, without its content."""
    return gql.CasePicture(
        picture_id=picture.picture_id,
        title=picture.title,
        by=picture.by.name,
        at=picture.at,
    )


def receipt_of(one: Submitted, language: Language) -> gql.SubmissionReceipt:
    """The receipt of what the party handed in."""
    return gql.SubmissionReceipt(
        seq=one.seq,
        title=pick(language, one.what.zh, one.what.en),
        text=one.text,
        by=one.by,
        at=one.at,
        hash=one.hash,
        files=[gql.SubmittedFile(**vars(file)) for file in one.files],
        until=one.until,
        late=one.late,
        next=pick(language, one.next.zh, one.next.en),
    )

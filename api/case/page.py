"""A case's page and list rows from the room's values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from itertools import islice

from api.account.types import AccountRef
from api.case import types as gql
from api.case.acts import CASE_ACTS
from api.case.changes import changes_of
from api.case.convert import (
    decision_of,
    evidence_of,
    findings_of,
    handling_money_of,
    handling_of,
    officer_of,
    party_of,
    performance_of,
    picture_of,
    proposal_of,
    receipt_of,
    rectification_of,
    referral_of,
    report_of,
    task_of,
    weighed_of,
)
from api.case.dossier import blockers_of
from api.case.former import former_of
from api.case.place import barred_of, court_time_of, freed_of, place_of
from api.case.steps import steps_of
from api.case.waiting import next_by
from api.case.worksheets import worksheets_of
from api.clocks import deadline_of
from api.context import Context
from api.document.convert import (
    approvals_of,
    bindings_of,
    effect_of,
    issued_of,
    kinds_of,
    missing_papers,
    paper_gaps,
)
from api.errors import Missing
from api.evidence.convert import DAMAGE
from api.ids import to_global
from api.lines.convert import totals_of
from api.names import Language, pick, stage_name
from api.timeline import event_of
from casework.actors import BUREAU
from casework.acts import Action
from casework.cases.collect import unpaid
from casework.cases.deliver import to_serve
from casework.cases.impose import suspends_department
from casework.cases.parts import Hearing
from casework.cases.state import CaseState
from casework.cases.submitted import submitted
from casework.clocks.calendars import Calendar, local_date
from casework.clocks.deadlines import Deadline, first_of, working_days_left
from casework.commands.case import (
    Defence,
    Opinion,
    PartyKind,
    Path,
    PaymentKind,
    WriteReport,
)
from casework.commands.clocks import PauseGround
from casework.commands.volumes import RecordBinding
from casework.law.surcharge import surcharge
from casework.ledger.write_off import still_owed
from casework.points.rules import rule_set
from casework.referral.refer import group_of
from casework.refusal import Refusal
from evidence.dossier.check import Blocker
from evidence.forms.public_draft import public_draft
from evidence.forms.report_draft import report_draft
from graph.cases.list import CaseRow
from graph.cases.page import CasePage, case_page
from graph.custody.read import damages

#: Command → mutation, so that the desk opens the right form.
MUTATIONS = {act.command.__name__: act.name for act in CASE_ACTS} | {
    "OpenCase": "caseOpen",
    "AttachFindings": "caseAttachFindings",
    # What the closing waits for; the desk opens the ledger of measures.
    "AttachMeasurePaper": "measurePaperAttach",
    "ServeMeasure": "measureServe",
}
#: Done by a job, which the page starts from its own panel.
BIND = RecordBinding.__name__


async def load_case_file(context: Context, case_no: str) -> gql.CaseFile:
    """The case page of this reader; :class:`Missing` when there is none for him."""
    page = await case_page(context.driver, context.viewer, case_no, context.at)
    if page is None:
        raise Missing("案件")
    blockers = await blockers_of(context, page.state)
    found = await damages(context.driver, context.viewer, case_no)
    return case_file_of(page, context, blockers, {one.evidence_id: one.damage for one in found})


def _draft_of(page: CasePage, context: Context) -> gql.CaseReport | None:
    """What the report would say from the case file, for whoever may write it now."""
    if all(action.name != WriteReport.__name__ for action in page.actions):
        return None
    written = report_of(page.state)
    if written is not None:
        return written
    draft = report_draft(page.state, page.events, masked=context.viewer.masked)
    return gql.CaseReport(**draft, by="")


def _told(page: CasePage, language: Language, first: int | None) -> list[gql.TimelineEvent]:
    """The newest events with what each changed."""
    newest = islice(reversed(page.events), None if first is None else max(first, 0))
    return [
        event_of(event, language, changes_of(page.state, page.changes.get(event.seq, ()), language))
        for event in newest
    ]


def _damage(kind: str | None, language: Language) -> str | None:
    return pick(language, *DAMAGE[kind]) if kind else None


def _hearing_of(one: Hearing) -> gql.Hearing:
    return gql.Hearing(
        starts_at=one.starts_at,
        held_on=one.held_on,
        place=one.place,
        chair=one.chair.name,
        is_public=one.is_public,
        closed_reason=one.closed_reason,
        notify_by=one.notify_by,
        served_on=one.served_on,
    )


def case_file_of(
    page: CasePage, context: Context, blockers: list[Blocker], damaged: Mapping[str, str]
) -> gql.CaseFile:
    """Everything of the page in the reader's language; ``damaged`` by evidence id."""
    state, language = page.state, context.language
    return gql.CaseFile(
        case=case_of(state, page.deadlines, language),
        summary=state.summary,
        conduct_from=state.conduct_from,
        conduct_to=state.conduct_to,
        discovered_on=state.discovered_on,
        discovered_by=state.discovered_by,
        findings=findings_of(state, language),
        ring_ids=list(state.ring_ids),
        inspection_nos=list(state.inspection_nos),
        pictures=[picture_of(picture) for picture in state.pictures],
        evidence=[
            evidence_of(state, item, _damage(damaged.get(item.evidence_id), language), language)
            for item in state.evidence
        ],
        told=lambda first: _told(page, language, first),
        events_total=len(page.events),
        deadlines=[deadline_of(d, language) for d in page.deadlines],
        tasks=[task_of(task) for task in state.tasks],
        report=report_of(state),
        report_draft=_draft_of(page, context),
        docket_no=state.docket_no,
        referral_warning=pick(language, page.suspicion.zh, page.suspicion.en)
        if page.suspicion
        else None,
        other_frauds=[gql.OtherFraud(**vars(one)) for one in page.other_frauds],
        referral_weighed=weighed_of(state),
        public_text=(
            public_draft(state, context.services.settings.bureau_name)
            if context.actor.holds(*BUREAU)
            else ""
        ),
        proposals=[
            proposal_of(p, state, language)
            for p in reversed(state.proposals)
            if not state.of_former(p.proposal_id)
        ],
        former=former_of(state, language),
        notice_on=state.notice_on,
        hearing_right=state.hearing_right,
        hearing_requested=state.hearing_requested,
        papers_to_serve=(list(to_serve(state, context.at)) if context.actor.holds(*BUREAU) else []),
        hearing=_hearing_of(state.hearing) if state.hearing else None,
        hearing_held=state.hearing_held,
        defence=Defence(state.defence) if state.defence else None,
        contested=state.contested is not None,
        submitted=[receipt_of(one, language) for one in submitted(page.events)],
        legal_opinion=Opinion(state.legal_opinion) if state.legal_opinion else None,
        decision=decision_of(state, language),
        handling=handling_of(state.handling, language) if state.handling else None,
        handling_money=handling_money_of(state, _recovered_before(page)),
        performance=performance_of(state),
        rectification=rectification_of(state),
        served_on=state.served_on,
        recovered=state.recovered,
        fines_paid=state.fines_paid,
        fine_open=unpaid(state),
        owed=[
            gql.OwedMoney(kind=kind, amount=amount)
            for kind, amount in still_owed(state, local_date(context.at)).items()
        ],
        payments=[
            gql.StandingPayment(
                payment_id=str(one.seq),
                kind=PaymentKind(one.kind),
                amount=one.amount,
                paid_on=one.on,
                voucher=one.voucher,
            )
            for one in state.payments
        ],
        paused=sorted(PauseGround(one) for one in state.paused),
        annulled=state.annulled,
        changed=state.changed,
        on_spot=state.on_spot,
        suspends_department=suspends_department(state),
        published=state.published,
        surcharge=surcharge(state, local_date(context.at)),
        surcharges_paid=state.surcharges_paid,
        steps=steps_of(state, local_date(context.at), language),
        worksheets=worksheets_of(state, language),
        scores=scores_of(page, language),
        place=place_of(page.reach, state, language),
        court_time=court_time_of(page.court, language),
        barred=barred_of(page.barred, language),
        freed=freed_of(page.freed),
        unentrusted=_said(page.unentrusted, language),
        # What the bureau suspects is not the party's to see.
        line_totals=totals_of(state.lines) if context.actor.holds(*BUREAU) else None,
        forms=issued_of(state, language),
        bindings=bindings_of(state, language),
        may_bind=any(action.name == BIND for action in page.actions),
        effect=effect_of(state, language) if context.actor.holds(*BUREAU) else [],
        papers_missing=missing_papers(page.lacking, language),
        paper_gaps=paper_gaps(page.gaps, language),
        approvals=approvals_of(state, language) if context.actor.holds(*BUREAU) else [],
        form_kinds=kinds_of(state, language) if context.actor.holds(*BUREAU) else [],
        referral_group=[
            gql.GroupMember(name=one.hand.name, certificate_no=one.certificate_no)
            for one in group_of(state)
        ],
        referral=referral_of(state, language),
        next_actions=[
            action_of(action, language, MUTATIONS) for action in page.actions if action.name != BIND
        ],
        # Who signs next inside the bureau is not the party's to see.
        next_by=next_by(state, context.at, language) if context.actor.holds(*BUREAU) else [],
        dossier_blockers=[blocker_of(blocker, language) for blocker in blockers],
        chain_intact=page.intact,
    )


def _said(refusal: Refusal | None, language: Language) -> str | None:
    return pick(language, refusal.message_zh, refusal.message_en) if refusal else None


def _recovered_before(page: CasePage) -> Decimal:
    """What had come back when the latest handling was decided."""
    decided = [event for event in page.events if event.type == "HandlingDecided"]
    return Decimal(str(decided[-1].data.get("recovered_before", "0"))) if decided else Decimal(0)


def scores_of(page: CasePage, language: Language) -> list[gql.CaseScore]:
    """Doctors' scores that rest on the case, as far as the reader may see their files."""
    files = {file.prac_psn_code: file for file in page.files}
    found = []
    for code, entry_id in page.state.scores:
        entry = files[code].entry(entry_id) if code in files else None
        if entry is None:
            continue
        act = rule_set(entry.rule_set).act(entry.act)
        found.append(
            gql.CaseScore(
                prac_psn_code=code,
                name=files[code].name,
                entry_id=entry_id,
                points=entry.points,
                act_title=pick(language, act.zh, act.en),
                counted_on=entry.counted_on,
                counts=entry.counts,
                review_due=entry.review_due is not None,
                void_why=entry.void_why or None,
            )
        )
    return found


def case_of(state: CaseState, deadlines: tuple[Deadline, ...], language: Language) -> gql.Case:
    """The identity of a case."""
    first = first_of(deadlines)
    working = first is not None and first.calendar == Calendar.WORKING_DAYS.value
    return gql.Case(
        id=to_global("Case", state.case_no),
        case_no=state.case_no,
        title=state.title,
        stage=state.stage.value,
        stage_title=stage_name(state.stage, language),
        is_open=state.is_open,
        path=state.path,
        # The room masked the page for this reader already.
        party=party_of(state, masked=False),
        source=state.source,
        amount=state.involved,
        opened_at=state.opened_at,
        opened_by=state.opened_by.name if state.opened_by else None,
        officers=[officer_of(officer) for officer in state.officers],
        undeclared=[hand.name for hand in state.undeclared],
        version=state.version,
        next_due_at=first.due if first else None,
        working_days_left=first.left if first and working else None,
    )


def _officers(row: CaseRow) -> list[AccountRef]:
    """People by name; outside of the bureau nobody reads an account."""
    accounts = row.officers or ("",) * len(row.officer_names)
    return [
        AccountRef(account=account, name=name, roles=[])
        for account, name in zip(accounts, row.officer_names, strict=False)
    ]


def row_of(row: CaseRow, language: Language, at: datetime) -> gql.Case:
    """A row of the list."""
    party = None
    if row.party_key:
        kind = PartyKind(row.party_kind)
        party = gql.CaseParty(kind=kind, key=row.party_key, name=row.party_name)
    return gql.Case(
        id=to_global("Case", row.case_no),
        case_no=row.case_no,
        title=row.title,
        stage=row.stage.value,
        stage_title=stage_name(row.stage, language),
        is_open=row.is_open,
        path=Path(row.path),
        party=party,
        source=row.source,
        amount=row.amount,
        opened_at=row.opened_at,
        opened_by=None,
        officers=_officers(row),
        undeclared=[],
        version=row.version,
        next_due_at=row.next_due,
        working_days_left=working_days_left(row.next_calendar, row.next_due, at),
    )


def action_of(action: Action, language: Language, mutations: dict[str, str]) -> gql.NextAction:
    """An offered act, named by its mutation."""
    return gql.NextAction(
        act=mutations.get(action.name, action.name),
        title=pick(language, action.zh, action.en),
        step=pick(language, *action.step),
        primary=action.primary,
        on_behalf_of=action.behalf or None,
    )


def blocker_of(blocker: Blocker, language: Language) -> gql.DossierBlocker:
    """What the dossier lacks, and the cure."""
    return gql.DossierBlocker(
        code=blocker.code,
        title=pick(language, blocker.message_zh, blocker.message_en),
        cure=pick(language, blocker.cure_zh, blocker.cure_en),
    )

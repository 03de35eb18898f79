"""Propose a penalty, and the supervisor's review of it."""

from decimal import Decimal

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.conditions import suspends, unfined
from casework.cases.correct import in_vain
from casework.cases.guards import (
    is_officer,
    needs_report,
    no_proposal_waits,
    not_officer,
    not_proposer,
    proposal_waits,
    two_officers,
)
from casework.cases.place import own_county
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.cases.streams import of_penal
from casework.cases.worksheet import drawn_from, next_id, sheet_of, worksheet
from casework.clocks.calendars import local_date
from casework.commands.case import DrawWorksheet, Outcome, ProposePenalty, ReviewProposal
from casework.events import Draft
from casework.law.fines import Fine, check_months, check_subject, compute, hearing_right
from casework.law.rows import article
from casework.law.worksheet import Sheet
from casework.lines.guards import all_judged, none_open, within_confirmed
from casework.lines.now import as_of_now
from casework.lines.streams import of_demand
from casework.money import yuan
from casework.refusal import refuse

INVESTIGATION = frozenset({Stage.INVESTIGATION})


def propose(ask: Ask[ProposePenalty, CaseState]) -> list[Draft]:
    """PenaltyProposed: the law of the last day of the conduct, fine computed and explained."""
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    if case.party is None or case.conduct_to is None:
        raise refuse("STEP_MISSING", step="登记当事人与行为日期", step_en="party and conduct dates")
    sheet = sheet_of(case, c.worksheet_id) if c.worksheet_id else None
    told, worksheet_id = _confirmed(ask), c.worksheet_id
    if sheet is None:
        row = article(c.article_id, case.conduct_to)
        check_subject(row, case.party.kind)
        check_months(row, c.suspension_months)
        none = unfined(row, c)
        fine = none or compute(row, c.base_loss, c.multiple, c.fixed_amount, in_vain(case))
        if c.multiple is not None and row.multiple_min is not None:
            worksheet_id = next_id(case)
            sheet, drawn = _drawn(ask, c.multiple)
            told = [*told, drawn]
            row, fine = sheet.article, none or Fine(sheet.fine, sheet.steps[-1].zh)
    else:
        row, fine = sheet.article, _of_worksheet(c, sheet)
        unfined(row, c)
    suspends(case, row, c)
    on = local_date(ask.at)
    recovery = yuan(c.base_loss if c.recovery is None else c.recovery)
    not_heavier(case, c, fine.amount, recovery)
    return [
        *told,
        draft(
            case.stream,
            "PenaltyProposed",
            proposal_id=f"P{len(case.proposals) + 1}",
            article_id=row.id,
            citation=row.citation,
            base_loss=yuan(c.base_loss),
            multiple=c.multiple,
            fine=fine.amount,
            formula=fine.formula,
            recovery=recovery,
            suspension_months=c.suspension_months,
            suspension_ground=c.suspension_ground if c.suspension_months else None,
            department=c.department.strip() if c.suspension_months else "",
            intent=c.intent,
            hearing_right=hearing_right(case.party.kind, fine.amount, c.suspension_months, on),
            reasons=c.reasons,
            new_facts=c.new_facts,
            worksheet_id=worksheet_id,
            below_band=sheet is not None and sheet.below_band,
        ),
    ]


def _confirmed(ask: Ask[ProposePenalty, CaseState]) -> list[Draft]:
    """The loss is what the lines confirmed one by one lack today, and no more is demanded back."""
    c, loss = ask.command, yuan(ask.command.base_loss)
    demanded = loss if c.recovery is None else yuan(c.recovery)
    case, told = as_of_now(ask.state, ask.states, demanded)
    if c.fixed_amount is None:
        all_judged(case, ask.actor, ask.at)
        if loss != case.lines.loss:
            raise refuse("LOSS_NOT_CONFIRMED", given=loss, confirmed=case.lines.loss)
    within_confirmed(case, demanded)
    return told


def _drawn(ask: Ask[ProposePenalty, CaseState], multiple: Decimal) -> tuple[Sheet, Draft]:
    """The worksheet of a proposal that names none: no fine by the loss stands without its reckoning.

    Without factors the multiple may leave the usual tier, for the reasons of the proposal.
    """
    c, case = ask.command, ask.state
    asked = DrawWorksheet(
        case_no=c.case_no,
        article_id=c.article_id,
        multiple=multiple,
        reasons=c.reasons,
        departure=c.reasons,
        suspension_months=c.suspension_months,
    )
    found, _ = drawn_from(case, ask.states, asked, ask.at)
    if found.sheet.loss != yuan(c.base_loss):
        raise refuse("LOSS_NOT_CONFIRMED", given=yuan(c.base_loss), confirmed=found.sheet.loss)
    return found.sheet, worksheet(case, found, c.reasons)


def _of_worksheet(c: ProposePenalty, sheet: Sheet) -> Fine:
    """The fine of the worksheet, when the proposal says what the worksheet says."""
    said = (c.article_id, yuan(c.base_loss), c.multiple, c.suspension_months)
    drawn = (sheet.article.id, sheet.loss, sheet.multiple, sheet.suspension_months)
    if said != drawn:
        raise refuse("WORKSHEET_DIFFERS", worksheet_id=c.worksheet_id)
    return Fine(sheet.fine, sheet.steps[-1].zh)


def not_heavier(case: CaseState, c: ProposePenalty, fine: Decimal, recovery: Decimal) -> None:
    """A defence never aggravates (处罚法 45); new facts need evidence that came after it."""
    before, since = case.contested, case.contested_at
    if before is None or since is None:
        return
    months, months_before = c.suspension_months or 0, before.suspension_months or 0
    if fine <= before.fine and months <= months_before and recovery <= before.recovery:
        return
    if not c.new_facts.strip():
        raise refuse("DEFENCE_AGGRAVATES", contested=before.proposal_id)
    if not any(item.at > since for item in case.evidence):
        raise refuse(
            "STEP_MISSING", step="附入证明新事实的证据", step_en="evidence of the new facts"
        )


def review(ask: Ask[ReviewProposal, CaseState]) -> list[Draft]:
    """ProposalReviewed: approved, returned or refused; the last two with reasons."""
    c, proposal = ask.command, ask.state.proposal
    if proposal is None or proposal.proposal_id != c.proposal_id:
        raise refuse("PROPOSAL_REVIEWED", proposal_id=c.proposal_id)
    if c.outcome is not Outcome.APPROVED:
        required(reasons=c.reasons)
    return [
        draft(
            ask.state.stream,
            "ProposalReviewed",
            proposal_id=c.proposal_id,
            outcome=c.outcome,
            reasons=c.reasons,
        )
    ]


ACTS = (
    Act(
        command=ProposePenalty,
        zh="提出处罚建议",
        en="propose a penalty",
        roles=frozenset({Role.INSPECTOR}),
        streams=of_demand,
        answer=propose,
        stages=INVESTIGATION,
        guards=(own_county, is_officer, two_officers, needs_report, none_open, no_proposal_waits),
        rank=15,
    ),
    Act(
        command=ReviewProposal,
        zh="审核处罚建议",
        en="review the proposal",
        roles=frozenset({Role.SUPERVISOR}),
        streams=of_penal,
        answer=review,
        stages=INVESTIGATION,
        guards=(
            own_county,
            proposal_waits,
            not_proposer("提出与审核处罚建议", "reviewing the proposal"),
            not_officer("承办与审核", "reviewing the proposal"),
        ),
        rank=10,
    ),
)

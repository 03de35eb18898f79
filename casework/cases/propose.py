"""Propose a penalty, and the supervisor's review of it."""

from dataclasses import replace
from decimal import Decimal

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.conditions import consequence_of, suspends, unfined
from casework.cases.conduct import covers
from casework.cases.guards import (
    is_officer,
    needs_report,
    no_proposal_waits,
    not_officer,
    not_proposer,
    proposal_waits,
    two_officers,
)
from casework.cases.jurisdiction import ours
from casework.cases.place import own_county
from casework.cases.recuse import not_asked_about
from casework.cases.stages import Stage
from casework.cases.state import CaseState, Proposal
from casework.cases.streams import of_penal
from casework.cases.unpunished import unlost, unpunished
from casework.cases.worksheet import Drawn, drawn_from, next_id, sheet_of, worksheet
from casework.clocks.calendars import local_date
from casework.commands.case import DrawWorksheet, Outcome, ProposePenalty, ReviewProposal
from casework.documents.records import records_signed
from casework.events import Draft
from casework.law.choice import applied, weight
from casework.law.collective import GROUNDS_EN
from casework.law.fines import Fine, check_subject, hearing_right
from casework.law.own import figure, own_figures
from casework.law.rows import Article, article, articles
from casework.law.worksheet import Basis, Sheet
from casework.lines.guards import all_judged, none_open, within_confirmed
from casework.lines.now import lines_now
from casework.lines.shortfall import grounded
from casework.lines.state import LinesState, totals_of
from casework.lines.streams import of_demand
from casework.money import ZERO, yuan
from casework.refusal import refuse

INVESTIGATION = frozenset({Stage.INVESTIGATION})


def propose(ask: Ask[ProposePenalty, CaseState]) -> list[Draft]:
    """PenaltyProposed: the law of the last day of the conduct, fine computed and explained; or no fine."""
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    if case.party is None or case.conduct_to is None:
        raise refuse("STEP_MISSING", step="登记当事人与行为日期", step_en="party and conduct dates")
    now, lines, told = _as_of_now(ask)
    if c.no_penalty is not None:
        not_heavier(case, c, None, ZERO, unlost(c))
        return [*told, unpunished(case, now, ask)]
    if not c.article_id:
        raise refuse("FIELD_REQUIRED", field="适用条款", field_en="the article")
    if c.worksheet_id:
        worksheet_id, sheet = c.worksheet_id, sheet_of(case, c.worksheet_id)
        basis = next(w.basis for w in case.worksheets if w.worksheet_id == worksheet_id)
        _same_as(c, sheet, basis)
        if basis.conduct_to != case.conduct_to:
            raise refuse(
                "CONDUCT_CORRECTED", worksheet_id=worksheet_id, on=basis.conduct_to.isoformat()
            )
        covers(case, lines.lines.values())
    else:
        named = article(c.article_id, case.conduct_to)
        check_subject(named, case.party.kind)
        found = _drawn(ask, lines, named)
        told = [*told, worksheet(case, found, c.reasons)]
        worksheet_id, sheet = next_id(case), found.sheet
    row = sheet.article
    # A worksheet may have been drawn before the law let go of the act.
    applied(row.id, case.conduct_to, local_date(ask.at))
    _confirmed(ask, now, sheet)
    fine = unfined(row, c) or Fine(sheet.fine, sheet.steps[-1].zh)
    suspends(case, row, c, mitigated=sheet.below_band)
    consequence, shown = consequence_of(c)
    large = figure(ask.states, f"hearing_amount_{case.party.heard_as}", ask.at)
    recovery = _demanded(c)
    not_heavier(case, c, row, fine.amount, recovery)
    less = grounded(now, c, recovery)
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
            consequence=consequence,
            consequence_evidence=shown,
            department=c.department.strip() if c.suspension_months else "",
            intent=c.intent,
            hearing_right=hearing_right(fine.amount, c.suspension_months, large),
            reasons=c.reasons,
            new_facts=c.new_facts,
            worksheet_id=worksheet_id,
            below_band=sheet.below_band,
            **less,
            **({"figures": own} if (own := own_figures(ask.states, GROUNDS_EN, ask.at)) else {}),
            **({"not_insured": True} if c.not_insured else {}),
        ),
    ]


def _as_of_now(
    ask: Ask[ProposePenalty, CaseState],
) -> tuple[CaseState, LinesState, list[Draft]]:
    """The case and its lines with the refunds of now, and what says so: the lines are looked at once."""
    c, case = ask.command, ask.state
    known: LinesState = ask.states[f"lines:{case.case_no}"]
    by_loss = c.fixed_amount is None
    lines, told = lines_now(known, ask.states, demanded=by_loss or bool(_demanded(c)))
    return replace(case, lines=totals_of(lines.lines.values())), lines, told


def _demanded(c: ProposePenalty) -> Decimal:
    """What the fund is to get back, yuan."""
    return yuan(c.base_loss if c.recovery is None else c.recovery)


def _confirmed(ask: Ask[ProposePenalty, CaseState], now: CaseState, sheet: Sheet) -> None:
    """The loss is what the lines confirmed one by one lack today, and no more is demanded back.

    A fixed fine stands without lines: then nothing is lost by them, and nothing taken back.
    """
    if not sheet.band.fixed:
        all_judged(now, ask.actor, ask.at)
    loss = yuan(ask.command.base_loss)
    if loss != now.lines.loss:
        raise refuse("LOSS_NOT_CONFIRMED", given=loss, confirmed=now.lines.loss)
    within_confirmed(now, _demanded(ask.command))


def _drawn(ask: Ask[ProposePenalty, CaseState], lines: LinesState, row: Article) -> Drawn:
    """The worksheet of a proposal that names none: no fine stands without its reckoning.

    Without factors the figure may leave the usual tier, for the reasons of the proposal.
    """
    c = ask.command
    # Whoever is not fined for want of a purpose to defraud may leave the multiple out.
    multiple = ZERO if unfined(row, c) and c.multiple is None else c.multiple
    asked = DrawWorksheet(
        case_no=c.case_no,
        article_id=c.article_id,
        multiple=multiple,
        fixed_amount=c.fixed_amount,
        reasons=c.reasons,
        departure=c.reasons,
        suspension_months=c.suspension_months,
        suspension_ground=c.suspension_ground,
        consequence=c.consequence,
        consequence_evidence=c.consequence_evidence,
        not_insured=c.not_insured,
    )
    return drawn_from(ask, lines, asked)


def _same_as(c: ProposePenalty, sheet: Sheet, basis: Basis) -> None:
    """The proposal says what its worksheet says. Refuses WORKSHEET_DIFFERS."""
    figure = c.fixed_amount if sheet.band.fixed else c.multiple
    said = (c.article_id, yuan(c.base_loss), figure, c.suspension_months)
    drawn = (
        sheet.article.id,
        sheet.loss,
        sheet.fine if sheet.band.fixed else sheet.multiple,
        sheet.suspension_months,
    )
    # Worksheets drawn before they told the ground of a suspension hold no proposal to one.
    ground = basis.suspension_ground
    told = ground is not None and (c.suspension_ground, consequence_of(c)) != (
        ground,
        (basis.consequence, basis.consequence_evidence),
    )
    # Nor did they tell who is not insured; that counts where months may have been left out on a ground.
    other = c.not_insured != basis.not_insured and bool(basis.not_insured or basis.mitigation)
    if said != drawn or told or other:
        raise refuse("WORKSHEET_DIFFERS", worksheet_id=c.worksheet_id)


def _graver(row: Article | None, before: Proposal) -> bool:
    """Whether another article threatens more than the one that was told: fraud instead of carelessness."""
    named = next((a for a in articles() if a.id == before.article_id), None)
    return row is not None and named is not None and weight(row) > weight(named)


def not_heavier(
    case: CaseState, c: ProposePenalty, row: Article | None, fine: Decimal, recovery: Decimal
) -> None:
    """A defence never aggravates (处罚法 45), nor makes the nature of the act heavier; no `row`: no fine.

    New facts need evidence that came after it.
    """
    before, since = case.contested, case.contested_at
    if before is None or since is None:
        return
    months, months_before = c.suspension_months or 0, before.suspension_months or 0
    less = fine <= before.fine and months <= months_before and recovery <= before.recovery
    if less and not _graver(row, before):
        return
    if not c.new_facts.strip():
        raise refuse("DEFENCE_AGGRAVATES", contested=before.proposal_id)
    if not any(item.at > since and item.excluded is None for item in case.evidence):
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
        guards=(
            own_county,
            ours,
            is_officer,
            two_officers,
            needs_report,
            records_signed,
            none_open,
            no_proposal_waits,
        ),
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
            ours,
            proposal_waits,
            not_asked_about,
            not_proposer("提出与审核处罚建议", "reviewing the proposal"),
            not_officer("承办与审核", "reviewing the proposal"),
        ),
        rank=10,
    ),
)

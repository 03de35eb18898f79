"""A proposal not to punish (拟不予处罚; 处罚法 30, 31, 33, 36, 57): no fine, no notice of one; fund money is still
owed, and the party is heard on that before it is decided."""

from datetime import date, datetime
from decimal import Decimal

from casework.actors import Actor
from casework.acts import Ask, draft
from casework.cases.guards import proposal_approved
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import NoPenaltyGround, ProposePenalty
from casework.events import Draft
from casework.law.choice import choose
from casework.law.fines import check_subject
from casework.law.no_penalty import ground_of
from casework.law.rows import article
from casework.lines.guards import all_judged, within_confirmed
from casework.lines.shortfall import grounded
from casework.money import ZERO, yuan
from casework.refusal import refuse


def unlost(c: ProposePenalty) -> Decimal:
    """What the fund is to get back, yuan: of facts that are not proven nothing."""
    if c.no_penalty is NoPenaltyGround.NOT_PROVEN:
        return ZERO
    return yuan(c.base_loss if c.recovery is None else c.recovery)


def fits(ground_id: NoPenaltyGround | None, case: CaseState, at: datetime, article_id: str) -> None:
    """Age and mind are a human's (处罚法 30, 31), and a law that let go of the act is told by its article (37).

    Refuses BAD_VALUE of an institution, and of an act that the law of today still punishes.
    """
    if ground_id is NoPenaltyGround.NO_LONGER_PUNISHED:
        _let_go(case, article_id, local_date(at))
    ground = ground_of(ground_id or "", local_date(at))
    if ground and ground.of and case.party is not None and case.party.kind.value != ground.of:
        raise refuse(
            "BAD_VALUE",
            field="不予处罚的情形",
            field_en="the ground of no penalty",
            why=f"{ground.basis}只适用于自然人，当事人为机构的请选择其他情形",
            why_en=f"{ground.basis_en} is about a human: choose another ground for an institution",
        )


def _let_go(case: CaseState, article_id: str, today: date) -> None:
    """The law at the end of the conduct punished the act, and that of today does not."""
    field, field_en = "不予处罚的情形", "the ground of no penalty"
    if not article_id or case.conduct_to is None:
        raise refuse(
            "BAD_VALUE", field=field, field_en=field_en,
            why="须在处罚建议中写明行为终了日所适用的条款",
            why_en="the proposal has to name the article that held when the conduct ended",
        )  # fmt: skip
    now = choose(article_id, case.conduct_to, today).at_decision
    if now is not None:
        raise refuse(
            "BAD_VALUE", field=field, field_en=field_en,
            why=f"今天的法律仍处罚该行为（{now.citation}），请选择其他情形",
            why_en=f"the law of today still punishes the act ({now.citation_en}): choose another ground",
        )  # fmt: skip


def unpunished(case: CaseState, now: CaseState, ask: Ask[ProposePenalty, CaseState]) -> Draft:
    """PenaltyProposed without one. `now`: the case with the refunds of today.

    Refuses BAD_VALUE for a figure of a penalty and as `fits`, LOSS_NOT_CONFIRMED as every proposal does.
    """
    c = ask.command
    if c.multiple or c.fixed_amount or c.suspension_months or c.worksheet_id or c.intent:
        raise refuse(
            "BAD_VALUE",
            field="处罚幅度",
            field_en="the penalty",
            why="拟不予处罚的，不填倍数、金额、暂停月数、欺诈情形和裁量测算表",
            why_en="where nobody is to be punished leave out multiple, amount, months, signs of fraud and worksheet",
        )
    if case.party is None or case.conduct_to is None:
        raise refuse("STEP_MISSING", step="登记当事人与行为日期", step_en="party and conduct dates")
    fits(c.no_penalty, case, ask.at, c.article_id)
    row = article(c.article_id, case.conduct_to) if c.article_id else None
    if row is not None:
        check_subject(row, case.party.kind)
    if now.lines.listed:
        all_judged(now, ask.actor, ask.at)
    loss = yuan(c.base_loss)
    if loss != now.lines.loss:
        raise refuse("LOSS_NOT_CONFIRMED", given=loss, confirmed=now.lines.loss)
    recovery = unlost(c)
    within_confirmed(now, recovery)
    # Of what is not proven nothing can be asked back; else less than all of it needs its ground.
    less = {} if c.no_penalty is NoPenaltyGround.NOT_PROVEN else grounded(now, c, recovery)
    return draft(
        case.stream,
        "PenaltyProposed",
        proposal_id=f"P{len(case.proposals) + 1}",
        article_id=row.id if row else "",
        citation=row.citation if row else _basis(c, ask.at),
        base_loss=loss,
        multiple=None,
        fine=ZERO,
        formula="",
        recovery=recovery,
        suspension_months=None,
        hearing_right=False,
        reasons=c.reasons,
        new_facts=c.new_facts,
        no_penalty=c.no_penalty,
        **less,
    )


def _basis(c: ProposePenalty, at: datetime) -> str:
    """What the proposal rests on where no article is named: the ground itself."""
    ground = ground_of(c.no_penalty or "", local_date(at))
    return ground.basis if ground else ""


def punishes(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: there is a penalty to tell the party of."""
    if case.spared:
        raise refuse(
            "STEP_MISSING",
            step="拟给予处罚的建议（本案拟不予处罚，不需处罚事先告知；要求退回基金的，记录当事人陈述申辩后提交法制审核）",
            step_en="a proposal of a penalty (nobody is to be punished here: no notice is due; where money is to come back record what the party says, then submit to legal review)",
        )


def may_speak(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the party was told of a penalty, or there is money to be asked back from it without one."""
    if case.stage is not Stage.INVESTIGATION:
        return
    if not case.owes_unpunished:
        raise refuse("STEP_MISSING", step="事先告知", step_en="the notice")
    proposal_approved(case, actor, at)


def told_first(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: from the investigation only a proposal not to punish goes straight to the review."""
    if not case.spared:
        raise refuse("STEP_MISSING", step="事先告知", step_en="the notice")

"""The head decides (处罚法 57), may extend the 90 days, may end an investigation."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.exclude import exclusions_settled
from casework.cases.guards import (
    defence_settled,
    hearing_settled,
    no_referral_waits,
    not_officer,
    not_proposer,
    not_reviewer,
    nothing_held,
    proposal_approved,
    two_officers,
)
from casework.cases.jurisdiction import ours
from casework.cases.place import own_county
from casework.cases.recuse import recusal_settled
from casework.cases.stages import INVESTIGATING, Stage, move
from casework.cases.state import CaseState, Proposal
from casework.cases.streams import case_stream
from casework.cases.submissions import decided, decides, ripe
from casework.cases.unpunished import fits, punishes
from casework.clocks.calendars import local_date
from casework.clocks.periods import not_over
from casework.clocks.rows import row_on
from casework.commands.case import (
    DecideCase,
    ExtendDecision,
    Matter,
    NoPenaltyGround,
    Ruling,
    TerminateCase,
)
from casework.documents.heard import heard_on_paper
from casework.events import Draft
from casework.law.choice import applied
from casework.law.collective import GROUNDS_EN, grounds, missing
from casework.law.worksheet import draw
from casework.lines.now import as_of_now
from casework.lines.shortfall import left_out, still_grounded
from casework.lines.streams import of_demand
from casework.money import ZERO
from casework.referral.threshold import weighed_first
from casework.refusal import refuse

HEAD = frozenset({Role.HEAD})
TARGETS = {
    Ruling.PENALTY: Stage.EXECUTION,
    Ruling.NO_PENALTY: Stage.NO_PENALTY,
    Ruling.RETURNED: Stage.INVESTIGATION,
}


def decide(ask: Ask[DecideCase, CaseState]) -> list[Draft]:
    """CaseDecided, or the investigation is reopened when the head returns the case."""
    c, case = ask.command, ask.state
    move(case.stage, TARGETS[c.ruling], "作出决定", "decide")
    if c.ruling is Ruling.RETURNED:
        required(reasons=c.reasons)
        return [draft(case.stream, "InvestigationReopened", reasons=c.reasons)]
    required(decision_no=c.decision_no)
    if c.ruling is Ruling.NO_PENALTY:
        required(reasons=c.reasons)
        if c.ground is None:
            raise refuse(
                "FIELD_REQUIRED", field="不予处罚的法定理由", field_en="legal ground for no penalty"
            )
        fits(c.ground, case, ask.at, case.proposal.article_id if case.proposal else "")
    proposal = case.proposal
    if proposal is None:
        raise refuse("STEP_MISSING", step="处罚建议", step_en="a penalty proposal")
    if c.ruling is Ruling.PENALTY:
        punishes(case, ask.actor, ask.at)
        _law_of_today(case, proposal, local_date(ask.at))
    _discussed(c, case, proposal)
    # Fund money is returned also where nobody is fined (处罚法 28, 条例 38).
    recovery = ZERO if c.ground is NoPenaltyGround.NOT_PROVEN else proposal.recovery
    case, told = _still_lost(ask, recovery)
    if c.ground is not NoPenaltyGround.NOT_PROVEN:
        still_grounded(case, proposal.not_demanded, recovery)
    return [*told, _decided(c, case, proposal, recovery)]


def _law_of_today(case: CaseState, proposal: Proposal, today: date) -> None:
    """The law at the decision is that of today (处罚法 37): a milder one since the drawing has to be drawn."""
    if case.conduct_to is None:
        return
    sheet = next((w for w in case.worksheets if w.worksheet_id == proposal.worksheet_id), None)
    choice = applied(proposal.article_id, case.conduct_to, today)
    same = choice.article.id == proposal.article_id
    if same and sheet is not None:
        drawn = draw(sheet.basis)
        same = drawn.span == draw(replace(sheet.basis, decided_on=today)).span
    if not same:
        on = sheet.basis.decided_on if sheet else local_date(proposal.at)
        row = choice.article
        raise refuse(
            "WORKSHEET_OUTDATED",
            on=on.isoformat(),
            article=row.citation,
            article_en=row.citation_en,
        )


def _still_lost(
    ask: Ask[DecideCase, CaseState], recovery: Decimal
) -> tuple[CaseState, list[Draft]]:
    """A yuan of the fund is recovered once: what came back since the proposal is not demanded."""
    case, told = as_of_now(ask.state, ask.states, recovery)
    if case.lines.listed and recovery > case.lines.loss:
        raise refuse("REFUNDED_SINCE", demanded=recovery, left=case.lines.loss)
    return case, told


def _discussed(c: DecideCase, case: CaseState, proposal: Proposal) -> None:
    """Heavy or complex penalties, and every decision not to punish, are discussed together."""
    agreed = case.discussed_ruling
    if case.discussed == proposal.proposal_id:
        if agreed is not None and agreed != c.ruling.value:
            penal = agreed == Ruling.PENALTY.value
            raise refuse(
                "DISCUSSED_OTHERWISE",
                agreed="给予处罚" if penal else "不予处罚",
                agreed_en="a penalty" if penal else "no penalty",
            )
        return
    found = [(row.basis, GROUNDS_EN[row.name]) for row in grounds(case, proposal)]
    if c.ruling is Ruling.NO_PENALTY:
        found.append(("不予处罚决定", "a decision not to punish"))
    if found:
        zh, en = zip(*found, strict=True)
        raise refuse("DISCUSSION_MISSING", grounds="；".join(zh), grounds_en="; ".join(en))


def _decided(c: DecideCase, case: CaseState, proposal: Proposal, recovery: Decimal) -> Draft:
    penalty = c.ruling is Ruling.PENALTY
    return draft(
        case.stream,
        "CaseDecided",
        ruling=c.ruling,
        decision_no=c.decision_no,
        proposal_id=proposal.proposal_id,
        article_id=proposal.article_id,
        citation=proposal.citation,
        fine=proposal.fine if penalty else ZERO,
        recovery=recovery,
        **left_out(case, recovery),
        suspension_months=proposal.suspension_months if penalty else None,
        reasons=c.reasons,
        ground=None if penalty else c.ground,
        serial=c.serial,
        year=c.year,
        **({} if penalty or c.serial is None else {"series": "no_penalty"}),
        takes_effect=True,
    )


def extend(ask: Ask[ExtendDecision, CaseState]) -> list[Draft]:
    """DecisionExtended by at most the step of its dated row; the second one discussed together."""
    c, case = ask.command, ask.state
    required(reason=c.reason)
    within_step(case, c.days)
    had = case.decision_extensions
    if had and not case.extension_discussed:
        raise refuse("STEP_MISSING", step="集体讨论", step_en="collective discussion")
    not_over(ask.history[case.stream], "decision", ask.at)
    data = {"days": c.days, "reason": c.reason, "collective": bool(had)}
    return [draft(case.stream, "DecisionExtended", **data, **decided(case, Matter.MORE_TIME))]


def within_step(case: CaseState, days: int) -> None:
    """Refuse EXTENSION_SPENT for more days than the next step of the row gives, or none."""
    steps, had = _steps(case), case.decision_extensions
    if had >= len(steps) or not 0 < days <= steps[had]:
        raise refuse("EXTENSION_SPENT", **_limits(steps))


def undiscussed(case: CaseState) -> bool:
    """Whether a second extension only waits for the leaders to discuss it."""
    once = case.decision_extensions and not case.extension_discussed
    return bool(once) and ripe(case, Matter.MORE_TIME) is not None


def _steps(case: CaseState) -> tuple[int, ...]:
    """How much the time to decide may grow, the first time and the second (the row at filing)."""
    on = local_date(case.filed_at) if case.filed_at else None
    return row_on("decision", on).extensions[0].steps if on else ()


def _limits(steps: tuple[int, ...]) -> dict[str, str]:
    """The facts `limit` and `limit_en`."""
    numbered = list(enumerate(steps, 1))
    return {
        "limit": "、".join(f"第 {n} 次至多 {step} 日" for n, step in numbered),
        "limit_en": ", ".join(f"no. {n}: {step} days at most" for n, step in numbered),
    }


def terminate(ask: Ask[TerminateCase, CaseState]) -> list[Draft]:
    """CaseTerminated with reasons."""
    required(reasons=ask.command.reasons)
    move(ask.state.stage, Stage.TERMINATED, "终止调查", "terminate")
    return [draft(ask.state.stream, "CaseTerminated", reasons=ask.command.reasons)]


def decision_extendable(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the time to decide may grow, after its decision fell no more."""
    # The 90 days ended with the decision that fell; another body set the time of the new one.
    if case.former:
        last = case.former[-1].redo_by
        until, until_en = (f" {last} 以前", f"by {last}") if last else ("该期限内", "within it")
        raise refuse(
            "BAD_VALUE", field="延长办案期限", field_en="the extension",
            why=f"原办案期限已随被撤销的决定办结，重新作出决定的期限由作出撤销、责令的机关确定，不能自行延长；请在{until}作出决定",
            why_en="the time to decide ended with the decision that fell; how long a new one may take was set by "
            f"the body that ordered it, and is not extended here: decide {until_en}",
        )  # fmt: skip
    steps = _steps(case)
    if case.decision_extensions >= len(steps):
        raise refuse("EXTENSION_SPENT", **_limits(steps))


ACTS = (
    Act(
        command=DecideCase,
        zh="作出决定",
        en="decide the case",
        roles=HEAD,
        streams=of_demand,
        answer=decide,
        stages=frozenset({Stage.DECISION}),
        guards=(
            own_county,
            ours,
            two_officers,
            no_referral_waits,
            recusal_settled,
            exclusions_settled,
            proposal_approved,
            defence_settled,
            hearing_settled,
            heard_on_paper,
            weighed_first,
            not_proposer("提出建议与作出决定", "deciding the case"),
            not_officer("承办与作出决定", "deciding the case"),
            not_reviewer("审核与作出决定", "deciding the case"),
        ),
        rank=10,
        # Before the leaders discussed what they have to, only sending it back could be decided, and
        # that is an act of its own.
        leads=lambda case: not missing(case),
        withheld=missing,
    ),
    Act(
        command=ExtendDecision,
        zh="延长办案期限",
        en="extend the time to decide",
        roles=HEAD,
        streams=case_stream,
        answer=extend,
        stages=frozenset({Stage.FILED, *INVESTIGATING}),
        guards=(
            decision_extendable,
            not_officer("承办与延长办案期限", "extending the time to decide"),
            decides(Matter.MORE_TIME),
        ),
        rank=13,
        leads=lambda case: ripe(case, Matter.MORE_TIME) is not None and not undiscussed(case),
    ),
    Act(
        command=TerminateCase,
        zh="终止调查",
        en="terminate the investigation",
        roles=HEAD,
        streams=case_stream,
        answer=terminate,
        stages=frozenset({Stage.FILED, *INVESTIGATING}),
        guards=(
            no_referral_waits,
            nothing_held,
            not_officer("承办与终止调查", "terminating the case"),
        ),
        rank=71,
    ),
)

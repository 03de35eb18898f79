"""Collective discussion by the bureau's leaders: who was there, what they agreed (处罚法 57)."""

from casework.accounts.state import AccountState
from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.decide import undiscussed
from casework.cases.leaders import LEADERS, member_roles, present
from casework.cases.stages import INVESTIGATING, Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import of_members
from casework.clocks.calendars import local_date
from casework.commands.case import DiscussCase, DiscussionSubject, Ruling
from casework.events import Draft
from casework.hands import Hand, hand_json
from casework.law.collective import missing
from casework.law.own import figure
from casework.refusal import refuse


def discuss(ask: Ask[DiscussCase, CaseState]) -> list[Draft]:
    """CaseDiscussed; a decision that the leaders do not carry goes back to the investigation."""
    c, case = ask.command, ask.state
    required(record=c.record)
    if c.held_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="讨论日期不得晚于今天",
            what_en="the discussion may not lie after today",
        )
    _since(case, c)
    members = _members(case, [ask.states[f"account:{login}"] for login in c.members], ask)
    deciding = c.subject is DiscussionSubject.DECISION
    proposal = case.proposal
    if deciding and (proposal is None or case.stage is not Stage.DECISION):
        raise refuse("STEP_MISSING", step="法制审核", step_en="the legal review")
    events = [
        draft(
            case.stream,
            "CaseDiscussed",
            subject=c.subject,
            proposal_id=proposal.proposal_id if deciding and proposal else None,
            members=[hand_json(hand) for hand in members],
            held_on=c.held_on,
            record=c.record,
            agreed=c.agreed,
            **({"ruling": _ruling(c)} if deciding and c.agreed else {}),
        )
    ]
    if deciding and not c.agreed:
        move(case.stage, Stage.INVESTIGATION, "集体讨论", "collective discussion")
        events.append(draft(case.stream, "InvestigationReopened", reasons=c.record))
    return events


def _since(case: CaseState, c: DiscussCase) -> None:
    """A decision is discussed once its legal review agreed (处罚法 57, 58), more time once there is a case."""
    deciding = c.subject is DiscussionSubject.DECISION
    since = case.legal_at if deciding and case.legal_at else case.opened_at
    if since is None or c.held_on >= local_date(since):
        return
    day = local_date(since).isoformat()
    zh, en = ("法制审核通过", "the legal review agreed") if deciding else ("登记", "it was opened")
    raise refuse(
        "DATE_ORDER",
        what=f"本案 {day} {zh}，讨论日期不得早于该日，请按讨论记录填写",
        what_en=f"the case is discussed from {day} on, when {en}: enter the day of the record",
    )


def _ruling(c: DiscussCase) -> Ruling:
    """What the leaders agreed on; the head's decision has to be that one."""
    if c.ruling not in (Ruling.PENALTY, Ruling.NO_PENALTY):
        raise refuse(
            "FIELD_REQUIRED", field="讨论同意的决定（给予处罚或者不予处罚；退回补充调查的，填写未通过）",
            field_en="the decision agreed on: a penalty or none (one that goes back was not agreed)",
        )  # fmt: skip
    return c.ruling


def _members(
    case: CaseState, accounts: list[AccountState], ask: Ask[DiscussCase, CaseState]
) -> list[Hand]:
    """The members present: enough different persons, the head among them, nobody who worked on the case."""
    need = int(figure(ask.states, "collective_members", ask.at).value)
    hands = present(case, accounts, need, member_roles(ask.states, ask.at))
    if not any(Role.HEAD in account.roles for account in accounts):
        raise refuse(
            "FIELD_REQUIRED",
            field="参加讨论的主要负责人",
            field_en="the head among those who discuss",
        )
    return hands


ACT = Act(
    command=DiscussCase,
    zh="记录集体讨论",
    en="record the collective discussion",
    roles=LEADERS,
    streams=of_members,
    answer=discuss,
    stages=frozenset({Stage.FILED, *INVESTIGATING}),
    rank=8,
    leads=lambda state: (state.stage is Stage.DECISION and missing(state)) or undiscussed(state),
)

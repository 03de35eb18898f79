"""Publish a decision, and withdraw what was changed or annulled within three working days."""

from datetime import date, datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import decision_stands, not_officer, served
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.case import PublishDecision, RemedyOutcome, WithdrawPublication
from casework.events import Draft
from casework.refusal import refuse


def publish(ask: Ask[PublishDecision, CaseState]) -> list[Draft]:
    """DecisionPublished, after service."""
    c, case = ask.command, ask.state
    required(place=c.where)
    if case.published:
        raise refuse("ALREADY_DONE")
    if case.served_on is None or not case.served_on <= c.published_on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="公开日期应在送达之后且不晚于今天",
            what_en="publication comes after service and not after today",
        )
    return [draft(case.stream, "DecisionPublished", where=c.where, published_on=c.published_on)]


def withdraw(ask: Ask[WithdrawPublication, CaseState]) -> list[Draft]:
    """PublicationWithdrawn with the reason that is made public."""
    c, case = ask.command, ask.state
    required(reason=c.reason)
    first = max((day for day in _since(case) if day is not None), default=c.withdrawn_on)
    if not first <= c.withdrawn_on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what=f"撤回日期应在公开、决定被变更或者撤销之日（{first}）以后且不晚于今天",
            what_en=f"the withdrawal comes after the publication and the change or annulment ({first}), "
            "and not after today",
        )
    data = {"withdrawn_on": c.withdrawn_on, "reason": c.reason}
    return [draft(ask.state.stream, "PublicationWithdrawn", **data)]


def _since(case: CaseState) -> list[date | None]:
    """The days before which there was nothing to withdraw."""
    falls = [one.fall for one in case.former] + [case.fall]
    changes = [one.decided_on for one in case.remedies if one.outcome == RemedyOutcome.CHANGED]
    return [case.published_on, *changes, *(fall.on for fall in falls if fall is not None)]


def _to_withdraw(case: CaseState, actor: Actor, at: datetime) -> None:
    if not case.published:
        raise refuse("STEP_MISSING", step="公开决定", step_en="publication")
    # A changed decision that was published again is the one that stands; one that is made anew
    # leaves what was published of the former.
    if not case.published_former:
        raise refuse("STEP_MISSING", step="决定被变更或撤销", step_en="a change or annulment")


LEADERS = frozenset({Role.SUPERVISOR, Role.HEAD})
AFTER = frozenset({Stage.EXECUTION, Stage.NO_PENALTY, Stage.CLOSED})
ACTS = (
    Act(
        PublishDecision, "公开处罚决定", "publish the decision", LEADERS, case_stream, publish, AFTER,
        (decision_stands, served, not_officer("承办与公开处罚决定", "publishing the decision")),
        rank=59,
    ),
    Act(
        WithdrawPublication, "撤回公开信息", "withdraw the publication", LEADERS, case_stream,
        withdraw, frozenset(Stage),
        (_to_withdraw, not_officer("承办与撤回公开信息", "withdrawing the publication")), rank=12,
        leads=lambda case: case.published,
    ),
)  # fmt: skip

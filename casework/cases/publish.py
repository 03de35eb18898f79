"""Have a decision published that has a social impact, and withdraw what was changed or annulled within three
working days (处罚法 48).

An officer says whether it has, and in which words it would be read; others decide.
"""

from datetime import date, datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import decision_stands, is_officer, not_officer, served
from casework.cases.public_text import publishable, to_propose
from casework.cases.recuse import not_asked_about
from casework.cases.stages import PUBLISHABLE, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_penal
from casework.cases.submissions import (
    PUBLICATION_RULE,
    decided,
    decides,
    none_waits,
    ripe,
    waiting,
    who_decides,
)
from casework.clocks.calendars import local_date
from casework.commands.case import (
    DecidePublication,
    Matter,
    ProposePublication,
    PublishDecision,
    RemedyOutcome,
    WithdrawPublication,
)
from casework.documents.effect import Need, public_papers
from casework.events import Draft
from casework.refusal import refuse


def propose(ask: Ask[ProposePublication, CaseState]) -> list[Draft]:
    """PublicationProposed, with the words of a decision that has a social impact."""
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    said = {}
    if c.social_impact:
        required(text=c.text)
        said = {"text": publishable(case, c.text)}
    by = who_decides(PUBLICATION_RULE, ask.states, ask.at)
    data = {"social_impact": c.social_impact, "reasons": c.reasons.strip(), **said}
    return [draft(case.stream, "PublicationProposed", **data, decided_by=by)]


def decide(ask: Ask[DecidePublication, CaseState]) -> list[Draft]:
    """PublicationApproved or PublicationDeclined, as was proposed."""
    case = ask.state
    one = waiting(case, Matter.PUBLICATION)
    if one is None:
        raise refuse("STEP_MISSING", step="承办人员提请公示", step_en="the officers' proposal")
    words = {"reasons": ask.command.reasons} if ask.command.reasons.strip() else {}
    told = {**words, **decided(case, Matter.PUBLICATION)}
    if not one.impact:
        return [draft(case.stream, "PublicationDeclined", **told)]
    # What came to light since, who was asked, is legible in no public text either.
    return [draft(case.stream, "PublicationApproved", text=publishable(case, one.text), **told)]


def _undecided(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: nothing was decided of the decision that stands, or not to publish it: that may change."""
    if case.published or (case.publication and case.publication.impact):
        raise refuse("ALREADY_DONE")


def _approved(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: it is to be published, and the text that was approved is issued and so kept."""
    if case.published:
        raise refuse("ALREADY_DONE")
    one = case.publication
    if one is None or not one.impact:
        raise refuse("STEP_MISSING", step="批准公示处罚决定", step_en="the approval to publish")
    need = _unissued(case)
    if need is not None:
        raise refuse("STEP_MISSING", step=need.zh, step_en=need.en)


def _unissued(case: CaseState) -> Need | None:
    """What is published is kept, word for word, before it is put out."""
    return next((paper.need for paper in public_papers(case) if paper.form is None), None)


def _in_charge(case: CaseState, actor: Actor, at: datetime) -> None:
    """An officer of the case makes it public, or the centre's supervisor."""
    if not actor.holds(Role.SUPERVISOR):
        is_officer(case, actor, at)


def publish(ask: Ask[PublishDecision, CaseState]) -> list[Draft]:
    """DecisionPublished, after service, as it was approved."""
    c, case = ask.command, ask.state
    required(place=c.where)
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
_STANDS = (decision_stands, served)
ACTS = (
    Act(
        ProposePublication, "提请公示（不予公示）处罚决定", "propose whether the decision is published",
        frozenset({Role.INSPECTOR}), of_penal, propose, PUBLISHABLE,
        (*_STANDS, is_officer, not_asked_about, _undecided, none_waits(Matter.PUBLICATION)),
        rank=19, leads=to_propose,
    ),
    Act(
        DecidePublication, "决定是否公示处罚决定", "decide whether the decision is published", LEADERS,
        case_stream, decide, PUBLISHABLE,
        (*_STANDS, not_officer("承办与决定公示", "deciding on the publication"), decides(Matter.PUBLICATION)),
        rank=19, leads=lambda case: ripe(case, Matter.PUBLICATION) is not None,
    ),
    Act(
        PublishDecision, "公开处罚决定", "publish the decision",
        frozenset({Role.INSPECTOR, Role.SUPERVISOR}), case_stream, publish, PUBLISHABLE,
        (*_STANDS, _in_charge, _approved), rank=19,
        leads=lambda case: case.publication is not None,
    ),
    Act(
        WithdrawPublication, "撤回公开信息", "withdraw the publication", LEADERS, case_stream,
        withdraw, frozenset(Stage),
        (_to_withdraw, not_officer("承办与撤回公开信息", "withdrawing the publication")), rank=12,
        leads=lambda case: case.published,
    ),
)  # fmt: skip

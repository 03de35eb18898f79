"""Hearing: requested in time, chaired by someone who did not investigate (处罚法 63, 64)."""

from datetime import date, datetime

from casework.accounts.state import AccountState
from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import has_hearing_right
from casework.cases.stages import Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_hearing
from casework.clocks.calendars import add_working_days, local_date
from casework.clocks.periods import period_end
from casework.commands.case import HoldHearing, RequestHearing
from casework.events import Draft
from casework.hands import Hand
from casework.law.rows import parameter
from casework.refusal import refuse


def request(ask: Ask[RequestHearing, CaseState]) -> list[Draft]:
    """HearingRequested, within five working days of the notice."""
    case, on = ask.state, ask.command.requested_on
    if case.notice_on is None or not case.notice_on <= on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="听证申请日期应在告知之后且不晚于今天",
            what_en="the request for a hearing comes after the notice and not after today",
        )
    last = local_date(period_end("hearing_request", case.notice_on))
    if on > last:
        raise refuse(
            "PERIOD_OVER", what="听证申请", what_en="hearing", until=last.isoformat(),
            cure="当事人在决定作出前仍可陈述申辩，请如实记录后继续办理。",
            cure_en="The party may still state and defend before the decision: record that and go on.",
        )  # fmt: skip
    move(case.stage, Stage.HEARING, "受理听证", "accept the hearing request")
    return [draft(case.stream, "HearingRequested", requested_on=on)]


def hold(ask: Ask[HoldHearing, CaseState]) -> list[Draft]:
    """HearingHeld; seven working days' notice, chair no investigator, a record."""
    c, case = ask.command, ask.state
    required(record=c.record)
    chair = _chair(case, ask.states[f"account:{c.chair}"])
    _announced(c.notified_on, c.held_on, ask.at)
    return [
        draft(
            case.stream,
            "HearingHeld",
            chair={"account": chair.account, "person": chair.person, "name": chair.name},
            held_on=c.held_on,
            notified_on=c.notified_on,
            record=c.record,
        )
    ]


def _chair(case: CaseState, account: AccountState) -> Hand:
    account.must_hold(Role.LEGAL_REVIEWER, Role.SUPERVISOR, Role.HEAD)
    chair = Hand(account.login, account.person, account.name)
    investigators = list(case.ever_officers)
    investigators += [proposal.by for proposal in case.proposals]
    if any(chair.same(hand) for hand in investigators):
        raise refuse(
            "FOUR_EYES",
            what="调查与主持听证",
            what_en="chairing the hearing",
            account=chair.account,
        )
    return chair


def _announced(notified: date, held: date, at: datetime) -> None:
    days = int(parameter("hearing_notice_working_days", notified).value)
    if held > local_date(at):
        raise refuse(
            "DATE_ORDER", what="听证日期不得晚于今天", what_en="the hearing may not lie after today"
        )
    earliest = add_working_days(notified, days)
    if held < earliest:
        raise refuse(
            "PERIOD_RUNNING",
            what="听证通知",
            what_en="announcing the hearing",
            until=earliest.isoformat(),
        )


def _not_held(case: CaseState, actor: Actor, at: datetime) -> None:
    if case.hearing_held:
        raise refuse("ALREADY_DONE")


ACTS = (
    Act(
        command=RequestHearing,
        zh="受理听证申请",
        en="accept a hearing request",
        roles=frozenset({Role.INSPECTOR, Role.LEGAL_REVIEWER}),
        streams=case_stream,
        answer=request,
        stages=frozenset({Stage.NOTICE, Stage.DEFENCE}),
        guards=(has_hearing_right,),
        rank=45,
    ),
    Act(
        command=HoldHearing,
        zh="记录听证",
        en="record the hearing",
        roles=frozenset({Role.INSPECTOR, Role.LEGAL_REVIEWER}),
        streams=of_hearing,
        answer=hold,
        stages=frozenset({Stage.HEARING}),
        guards=(_not_held,),
        rank=10,
    ),
)

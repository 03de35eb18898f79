"""Hearing: requested in time, chaired by someone who did not investigate (处罚法 63, 64)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from casework.accounts.state import AccountState
from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.away import party_period_end
from casework.cases.guards import has_hearing_right, not_officer, two_officers
from casework.cases.leaders import LEADERS
from casework.cases.parts import Hearing
from casework.cases.recuse import asked_about, chair_not_asked_about
from casework.cases.stages import HEARD, UNDER_REVIEW, Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_hearing
from casework.clocks.calendars import add_working_days, local_date, minute
from casework.clocks.periods import if_known
from casework.clocks.rows import row_on
from casework.commands.case import (
    AnnounceHearing,
    DesignateChair,
    EndHearing,
    HearingEnd,
    HoldHearing,
    RequestHearing,
    SignatureHow,
    WriteHearingReport,
)
from casework.documents.incoming import came_on, told_on
from casework.documents.internal import ON_FORM
from casework.documents.scans import (
    ABSENCE,
    PARTY_PAPERS,
    WITHDRAWAL,
    case_scan,
    next_party_paper,
    with_scan,
)
from casework.events import Draft
from casework.hands import Hand, unfit
from casework.refusal import Refusal, refuse

#: The row with the working days between the notice and the hearing.
ROW: Final = "hearing_notice"


def request(ask: Ask[RequestHearing, CaseState]) -> list[Draft]:
    """HearingRequested, within five working days of the notice: what was posted in time may come later.

    A review that was asked for meanwhile comes after the hearing (处罚法 58).
    """
    events = asked_on(ask.state, ask.command.requested_on, ask.at)
    return told_on(events, came_on(ask, "hearing_request"))


def asked_on(case: CaseState, on: date, at: datetime, **more: object) -> list[Draft]:
    """The request of a day, whoever brings it in. Refuses DATE_ORDER, PERIOD_OVER, ILLEGAL_MOVE."""
    if case.notice_on is None or not case.notice_on <= on <= local_date(at):
        raise refuse(
            "DATE_ORDER",
            what="听证申请日期应在告知之后且不晚于今天",
            what_en="the request for a hearing comes after the notice and not after today",
        )
    told = case.notice_on
    ends = if_known(lambda: party_period_end(case, "hearing_request", told))
    if ends is not None and on > local_date(ends):
        raise refuse(
            "PERIOD_OVER", what="听证申请", what_en="hearing", until=local_date(ends).isoformat(),
            cure="当事人在决定作出前仍可陈述申辩，请如实记录后继续办理。",
            cure_en="The party may still state and defend before the decision: record that and go on.",
        )  # fmt: skip
    move(case.stage, Stage.HEARING, "受理听证", "accept the hearing request")
    return [draft(case.stream, "HearingRequested", requested_on=on, **more)]


def designate(ask: Ask[DesignateChair, CaseState]) -> list[Draft]:
    """HearingChairDesignated: a leader or reviewer who investigated nothing of the case (处罚法 64 (4)).

    Named anew, the later one chairs: a hearing that was set under the one before is off.
    """
    c, case = ask.command, ask.state
    _chair_left(case, ask.states)
    required(chair=c.chair)
    chair = _fit(case, ask.states[f"account:{c.chair}"])
    if case.chair_named is not None and case.chair_named.same(chair):
        raise refuse("ALREADY_DONE")
    _not_begun(ask, chair)
    said = {"chair": _named(chair), "reasons": c.reasons}
    return [draft(case.stream, "HearingChairDesignated", **said, **ON_FORM)]


def _not_begun(ask: Ask[DesignateChair, CaseState], chair: Hand) -> None:
    """Once the party was to appear, no other takes the hearing from a chair who can still be held to it.

    Refuses STEP_MISSING: it is recorded, or set anew, first.
    """
    case, hearing = ask.state, ask.state.hearing
    if hearing is None or hearing.served_on is None or ask.at < hearing.starts_at:
        return
    if case.hearing_held or hearing.chair.same(chair) or _lost(case, hearing.chair, ask.states):
        return
    raise refuse(
        "STEP_MISSING", step="记录已到时间的听证；没有举行的，先重新通知听证或者终止听证",
        step_en="recording the hearing whose hour has come; where it was not held, announcing it anew "
        "or ending it",
    )  # fmt: skip


def _lost(case: CaseState, chair: Hand, states: Mapping[str, Any]) -> bool:
    """Whether he cannot chair now: by what the case knows, by a request that he withdraw, or by his account."""
    account: AccountState = states[f"account:{chair.account}"]
    asked = asked_about(case, chair)
    return asked or _barred(case, chair) or account.unfit_for(*LEADERS) is not None


def _fit(case: CaseState, account: AccountState) -> Hand:
    """Who may chair: at work, a leader or reviewer, no investigator, not withdrawn. Refuses as they do."""
    account.must_hold(*LEADERS)
    chair = Hand(account.login, account.person, account.name)
    _no_investigator(case, chair)
    return chair


def _at_work(chair: Hand, states: Mapping[str, Any]) -> None:
    """Refuse STEP_MISSING where whom the head named holds no office any more: another is named."""
    account: AccountState = states[f"account:{chair.account}"]
    if why := account.unfit_for(*LEADERS):
        raise refuse(
            "STEP_MISSING",
            step=f"由主要负责人另行指定听证主持人（{chair.name}：{why[0]}）",
            step_en=f"the designation of another chair, by the head ({chair.name}: {why[1]})",
        )


def announce(ask: Ask[AnnounceHearing, CaseState]) -> list[Draft]:
    """HearingAnnounced: the notice still has to reach the party the law's working days before.

    Where a hearing was held and its chair left before he reported on it, it is held anew.
    """
    c, case = ask.command, ask.state
    _chair_left(case, ask.states)
    if case.chair_named is None:
        raise refuse(
            "STEP_MISSING", step="指定听证主持人（由主要负责人作出）",
            step_en="the designation of the chair, by the head",
        )  # fmt: skip
    required(place=c.place)
    if not c.is_public and not c.closed_reason.strip():
        raise refuse(
            "FIELD_REQUIRED", field="不公开举行的事由（国家秘密、商业秘密或者个人隐私）",
            field_en="why it is not public (state or business secret, or privacy)",
        )  # fmt: skip
    _at_work(case.chair_named, ask.states)
    chair = _fit(case, ask.states[f"account:{case.chair_named.account}"])
    held_on, today = local_date(c.starts_at), local_date(ask.at)
    _far_enough(held_on, today)
    return [
        draft(
            case.stream,
            "HearingAnnounced",
            starts_at=c.starts_at,
            held_on=held_on,
            place=c.place,
            chair=_named(chair),
            is_public=c.is_public,
            closed_reason="" if c.is_public else c.closed_reason,
            notify_by=_last_day_of_notice(held_on, today),
        )
    ]


def told_of(case: CaseState, served_on: date) -> dict[str, object]:
    """What the event of the notice's service keeps of the hearing; refuses a day too near."""
    hearing = _set(case)
    if served_on < hearing.set_on:
        raise refuse(
            "DATE_ORDER",
            what="送达日期不得早于确定听证时间、地点之日",
            what_en="service may not come before the day on which the hearing was set",
        )
    _far_enough(hearing.held_on, served_on)
    return {
        "starts_at": hearing.starts_at,
        "held_on": hearing.held_on,
        "place": hearing.place,
        "chair": hearing.chair.name,
        "is_public": hearing.is_public,
    }


def hold(ask: Ask[HoldHearing, CaseState]) -> list[Draft]:
    """HearingHeld as it was announced: seven working days' notice, chair no investigator, a record.

    Where the party does not sign it the chair notes that in it (处罚法 64 (8)).
    """
    c, case = ask.command, ask.state
    required(record=c.record, clerk=c.clerk, attended=c.attended)
    if c.how is SignatureHow.REFUSED_TO_SIGN:
        required(what_happened=c.what_happened)
    hearing = _set(case)
    # Whoever took up the investigation since does not chair any more.
    _no_investigator(case, hearing.chair)
    if hearing.served_on is not None:
        _far_enough(hearing.held_on, hearing.served_on)
    return [
        draft(
            case.stream,
            "HearingHeld",
            chair=_named(hearing.chair),
            held_on=hearing.held_on,
            place=hearing.place,
            is_public=hearing.is_public,
            notified_on=hearing.served_on,
            record=c.record,
            clerk=c.clerk.strip(),
            attended=c.attended,
            how=c.how,
            **_refusal(c),
        )
    ]


def _refusal(c: HoldHearing) -> dict[str, str]:
    """What the chair noted of a party that did not sign, and who saw it."""
    if c.how is SignatureHow.SIGNED:
        return {}
    return {"what_happened": c.what_happened, "witness": c.witness.strip()}


def report(ask: Ask[WriteHearingReport, CaseState]) -> list[Draft]:
    """HearingReported by the chair; written anew, the report before counts no more."""
    c = ask.command
    required(heard=c.heard, advice=c.advice)
    return [draft(ask.state.stream, "HearingReported", heard=c.heard, advice=c.advice)]


def end(ask: Ask[EndHearing, CaseState]) -> list[Draft]:
    """HearingEnded: withdrawn at any time before it, or not attended once its hour has come.

    On paper alone: as a right is waived in writing, so is one that was used already given up.
    Refuses DATE_ORDER, HEARING_UNTOLD, HEARING_TO_COME, HEARING_END_UNSIGNED, and as `case_scan`.
    """
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    since = case.hearing_requested_on
    if c.ground is not HearingEnd.WITHDRAWN:
        _told(case, ask.actor, ask.at)
        since = _set(case).held_on
    if (since is not None and c.ended_on < since) or c.ended_on > local_date(ask.at):
        day = since.isoformat() if since else ""
        raise refuse(
            "DATE_ORDER",
            what=f"终止听证的日期应在 {day}（申请之日，未出席、中途退出的为听证之日）与今天之间",
            what_en=f"the hearing ends between {day} (the request, or the day of the hearing where the "
            "party stayed away or left) and today",
        )
    move(case.stage, stage_after(case), "终止听证", "end the hearing")
    what = WITHDRAWAL if c.ground is HearingEnd.WITHDRAWN else ABSENCE
    if not c.document:
        zh, en = PARTY_PAPERS[what]
        raise refuse("HEARING_END_UNSIGNED", paper=zh, paper_en=en)
    case_scan(ask, c.document, next_party_paper(case, what))
    data = {
        "document": c.document,
        "paper": what,
        "ground": c.ground,
        "ended_on": c.ended_on,
        "reasons": c.reasons,
    }
    plan = case.hearing
    if plan is not None:
        told = {"held_on": plan.held_on, "place": plan.place, "chair": plan.chair.name}
        opened = {"starts_at": plan.starts_at, "is_public": plan.is_public}
        data |= {**told, **opened, "closed_reason": plan.closed_reason}
    return [draft(case.stream, "HearingEnded", **data)]


def stage_after(case: CaseState) -> Stage:
    """Where a case goes on whose hearing was given up: what the party states comes first."""
    return Stage.DEFENCE if case.defence is not None else Stage.NOTICE


def _named(hand: Hand) -> dict[str, object]:
    return {"account": hand.account, "person": hand.person, "name": hand.name}


def _set(case: CaseState) -> Hearing:
    if case.hearing is None:
        raise refuse("HEARING_UNTOLD")
    return case.hearing


def _no_investigator(case: CaseState, chair: Hand) -> None:
    investigators = [*case.ever_officers, *(proposal.by for proposal in case.proposals)]
    if any(r.granted and chair.same(r.officer) for r in case.recusals):
        raise unfit(
            chair.name, chair.account, "已决定回避本案", "withdrawn from this case by decision"
        )
    if any(chair.same(hand) for hand in investigators):
        raise refuse(
            "FOUR_EYES",
            what="调查与主持听证",
            what_en="chairing the hearing",
            account=chair.account,
        )


def _far_enough(held: date, served: date) -> None:
    """The notice comes the working days of its row before the hearing."""
    row = row_on(ROW, served)
    earliest = add_working_days(served, row.amount)
    if held < earliest:
        raise refuse(
            "HEARING_TOO_SOON",
            on=served.isoformat(),
            until=earliest.isoformat(),
            days=row.amount,
        )


def _last_day_of_notice(held: date, today: date) -> date:
    """The last day on which the notice may be served; `today` is one.

    Days from which nobody can reckon yet whether enough are left are too late: the party has its time.
    """
    days, last = row_on(ROW, today).amount, held
    while last > today and not _leaves(last, days, held):
        last -= timedelta(days=1)
    return last


def _leaves(served: date, days: int, held: date) -> bool:
    """Whether the working days are known to lie between."""
    ends = if_known(lambda: add_working_days(served, days))
    return ends is not None and ends <= held


def _not_held(case: CaseState, actor: Actor, at: datetime) -> None:
    if case.hearing_held:
        raise refuse("ALREADY_DONE")


def _unreported(case: CaseState, actor: Actor, at: datetime) -> None:
    if case.hearing_held and case.hearing_report_seq:
        raise refuse("ALREADY_DONE")


def _chair_left(case: CaseState, states: Mapping[str, Any]) -> None:
    """Who chaired a hearing that was held writes its report: no other takes it from him while he can."""
    if not case.hearing_held or case.hearing_chair is None:
        return
    account: AccountState = states[f"account:{case.hearing_chair.account}"]
    withdrew = any(r.granted and r.officer.same(case.hearing_chair) for r in case.recusals)
    if not (account.disabled or withdrew or account.roles.isdisjoint(LEADERS)):
        raise refuse("NOT_THE_CHAIR", name=case.hearing_chair.name)


def _chaired(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: a hearing was held, and this person chaired it. Refuses STEP_MISSING, NOT_THE_CHAIR."""
    if not case.hearing_held:
        raise refuse("STEP_MISSING", step="举行听证", step_en="the hearing")
    if case.hearing_chair is None or not case.hearing_chair.is_actor(actor):
        name = case.hearing_chair.name if case.hearing_chair else ""
        raise refuse("NOT_THE_CHAIR", name=name)


def _told(case: CaseState, actor: Actor, at: datetime) -> None:
    """The party knows day and place, and the hour has come."""
    hearing = _set(case)
    if hearing.served_on is None:
        raise refuse("HEARING_UNTOLD")
    if at < hearing.starts_at:
        raise refuse("HEARING_TO_COME", until=minute(hearing.starts_at))


def _unset(case: CaseState, at: datetime) -> bool:
    """It waits for its day, and somebody may chair it."""
    return not _chairless(case) and _day_open(case, at)


def _unchaired(case: CaseState, at: datetime) -> bool:
    """It waits for its day, and for who may chair it."""
    return _chairless(case) and _day_open(case, at)


def _day_open(case: CaseState, at: datetime) -> bool:
    """No day is set, or it is too late to tell the party of the one that is."""
    hearing = case.hearing
    return hearing is None or (hearing.served_on is None and local_date(at) > hearing.notify_by)


def _chairless(case: CaseState) -> bool:
    """Nobody is named, or whoever is investigated since, or withdrew."""
    return case.chair_named is None or _barred(case, case.chair_named)


def _barred(case: CaseState, chair: Hand) -> bool:
    try:
        _no_investigator(case, chair)
    except Refusal:
        return True
    return False


def _which(case: CaseState, at: datetime) -> tuple[str, str] | None:
    """The day of the hearing, as its next step names it."""
    if case.hearing is None:
        return None
    when = minute(case.hearing.starts_at)
    return f"{when} {case.hearing.place}", f"{when} {case.hearing.place}"


ACTS = (
    Act(
        command=RequestHearing,
        zh="受理听证申请",
        en="accept a hearing request",
        roles=frozenset({Role.INSPECTOR, Role.LEGAL_REVIEWER}),
        streams=with_scan(case_stream, "document"),
        answer=request,
        stages=HEARD - {Stage.HEARING},
        guards=(has_hearing_right,),
        rank=45,
        leads=lambda case: case.stage not in UNDER_REVIEW,
    ),
    Act(
        command=DesignateChair,
        zh="指定听证主持人",
        en="name the chair of the hearing",
        roles=frozenset({Role.HEAD}),
        streams=of_hearing,
        answer=designate,
        stages=frozenset({Stage.HEARING}),
        guards=(
            _unreported,
            not_officer("承办与指定听证主持人", "naming the chair of the hearing"),
        ),
        rank=11,
        # A hearing that was set before chairs were named has its chair, until it is set anew.
        leads_at=_unchaired,
    ),
    Act(
        command=AnnounceHearing,
        zh="通知听证",
        en="announce the hearing",
        roles=frozenset({Role.INSPECTOR, Role.LEGAL_REVIEWER}),
        streams=of_hearing,
        answer=announce,
        stages=frozenset({Stage.HEARING}),
        guards=(_unreported,),
        rank=11,
        leads_at=_unset,
    ),
    Act(
        command=HoldHearing,
        zh="记录听证",
        en="record the hearing",
        roles=frozenset({Role.INSPECTOR, Role.LEGAL_REVIEWER}),
        streams=case_stream,
        answer=hold,
        stages=frozenset({Stage.HEARING}),
        guards=(_not_held, two_officers, _told, chair_not_asked_about),
        rank=10,
        names=_which,
    ),
    Act(
        command=WriteHearingReport,
        zh="撰写听证报告",
        en="write the report on the hearing",
        roles=LEADERS | {Role.LEGAL_REVIEWER},
        streams=case_stream,
        answer=report,
        stages=frozenset({Stage.HEARING}),
        guards=(_chaired,),
        rank=11,
        leads=lambda case: bool(case.hearing_seq) and not case.hearing_report_seq,
    ),
    Act(
        command=EndHearing,
        zh="终止听证",
        en="end the hearing",
        roles=frozenset({Role.INSPECTOR, Role.LEGAL_REVIEWER}),
        streams=with_scan(case_stream, "document"),
        answer=end,
        stages=frozenset({Stage.HEARING}),
        guards=(_not_held,),
        rank=47,
    ),
)

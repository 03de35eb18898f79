"""Service by announcement: thirty days after it was posted the paper counts as served (民诉法 95).

The day of service is computed from the dated row `announcement`, never typed: whoever serves by
announcement names no day, and may do so once the period is over. Until then the time to decide and
to serve rests.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.correct import unserved
from casework.cases.parts import Announcement
from casework.cases.place import own_decision
from casework.cases.served import NAMES
from casework.cases.stages import TERMINAL, Stage
from casework.cases.state import CaseState
from casework.cases.streams import of_penal
from casework.clocks.calendars import day_start, local_date
from casework.clocks.periods import period_end
from casework.clocks.rows import row_on
from casework.commands.case import PostAnnouncement, Served, ServiceWay
from casework.documents.effect import Paper, needs, papers, performance_papers, there
from casework.documents.handed import ANSWER, HOLD, HOLD_END, KINDS, paper_of, waits_since
from casework.documents.serve import (
    correction_of,
    demand_of,
    handling_notice_of,
    handling_of,
    hearing_notice_of,
    issued,
    notice_of,
    performance_of,
)
from casework.documents.state import Issued
from casework.events import Draft
from casework.refusal import Refusal, refuse

ROW = "announcement"
#: What must be issued before it is posted; a decision needs more than that.
ISSUED: Final[Mapping[Served, Callable[[CaseState, datetime], Paper | None]]] = {
    Served.NOTICE: notice_of,
    Served.PRESSING: demand_of,
    Served.HANDLING_NOTICE: handling_notice_of,
    Served.HANDLING: handling_of,
    Served.HEARING: hearing_notice_of,
    Served.CORRECTION: correction_of,
    Served.PERFORMANCE: performance_of,
    Served.HOLD: lambda case, at: paper_of(case, HOLD, at),
    Served.HOLD_END: lambda case, at: paper_of(case, HOLD_END, at),
    Served.INSTALMENTS: lambda case, at: paper_of(case, ANSWER, at),
}


def post(ask: Ask[PostAnnouncement, CaseState]) -> list[Draft]:
    """AnnouncementPosted; one at a time for each paper, and for a decision only once it has effect."""
    c, case = ask.command, ask.state
    required(place=c.where, reasons=c.reasons)
    if c.posted_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="公告日期不得晚于今天",
            what_en="the announcement may not lie after today",
        )
    _ready(case, c.served, c.posted_on, ask)
    data = {"served": c.served, "posted_on": c.posted_on, "where": c.where, "reasons": c.reasons}
    return [draft(case.stream, "AnnouncementPosted", **data)]


def _ready(
    case: CaseState, served: Served, on: date, ask: Ask[PostAnnouncement, CaseState]
) -> None:
    """There is such a paper, not younger than its announcement, and not served yet."""
    not_before(case, served, on, ask.at, local_date(_waiting(case, served, ask.actor, ask.at)))


def not_before(
    case: CaseState, served: Served, on: date, at: datetime, waits: date = date.min
) -> None:
    """Refuse DATE_ORDER for an announcement before its paper was there, or before it waited for its service."""
    zh, en = NAMES[served.value]
    since = max(waits, _ready_on(case, served, at) or waits)
    if on < since:
        day = since.isoformat()
        raise refuse(
            "DATE_ORDER",
            what=f"{zh}自 {day} 起方可送达，公告日期不得早于该日",
            what_en=f"{en} may be served from {day} on: the announcement may not come before",
        )


def _waiting(case: CaseState, served: Served, actor: Actor, at: datetime) -> datetime:
    """Since when the paper waits for its service; refuses what stands between it and the service."""
    zh, en = NAMES[served.value]
    if served is Served.DECISION:
        own_decision(case, actor, at)
    since = _unserved(case)[served]
    if since is None:
        raise refuse("STEP_MISSING", step=f"待送达的{zh}", step_en=f"{en} that waits for service")
    if served in ISSUED:
        issued(ISSUED[served](case, at))
    there(_effect(case, served))
    if running(case, served) is not None:
        raise refuse("ALREADY_DONE")
    return since


def _effect(case: CaseState, served: Served) -> tuple[Paper, ...]:
    """The papers that give a decision its effect, where it is one that is served."""
    if served in (Served.DECISION, Served.HANDLING):
        return tuple(papers(case))
    return tuple(performance_papers(case)) if served is Served.PERFORMANCE else ()


def to_announce(case: CaseState, actor: Actor, at: datetime) -> tuple[Served, ...]:
    """The papers of the case that may be announced now: issued, not served, not announced yet."""
    return tuple(one for one in Served if _refusal(case, one, actor, at) is None)


def _refusal(case: CaseState, served: Served, actor: Actor, at: datetime) -> Refusal | None:
    try:
        _waiting(case, served, actor, at)
    except Refusal as refusal:
        return refusal
    return None


def _unserved(case: CaseState) -> dict[Served, datetime | None]:
    """Since when each paper of the case waits for its service; None for one that does not."""
    order = unserved(case)
    return {
        Served.NOTICE: (
            case.proposal.at
            if case.proposal
            and case.proposal.outcome == "approved"
            and not case.spared
            and case.notice_on is None
            else None
        ),
        Served.DECISION: (
            case.decision.at
            if case.decision and case.served_on is None and not _agreed(case)
            else None
        ),
        Served.PRESSING: (
            case.decision.at if case.decision and case.served_on and not case.pressed_on else None
        ),
        Served.HANDLING_NOTICE: (
            case.opened_at if case.handling and case.stage is Stage.HANDLING else None
        ),
        Served.HANDLING: (
            case.decision.at if case.decision and _agreed(case) and case.served_on is None else None
        ),
        Served.PERFORMANCE: (
            case.performance.at if case.performance and case.performance_on is None else None
        ),
        Served.CORRECTION: day_start(order.ordered_on) if order else None,
        **{Served(kind): waits_since(case, kind) for kind in KINDS},
        Served.HEARING: (
            day_start(case.hearing.set_on)
            if case.hearing and case.stage is Stage.HEARING and case.hearing.served_on is None
            else None
        ),
    }


def _agreed(case: CaseState) -> bool:
    return case.stage is Stage.HANDLING_EXECUTION


def running(case: CaseState, served: Served) -> Announcement | None:
    """The announcement of a paper that was posted and has not led to its service yet."""
    found = [one for one in case.announcements if one.served == served.value and not one.done]
    return found[-1] if found else None


def announced_as(case: CaseState, form: Issued) -> Served | None:
    """As what an issued paper is being announced; None for one that is not the announced one."""
    for served in Served:
        alike = {name for need in needs() if need.of == served.value for name in need.forms}
        standing = [one for one in case.forms if one.form_id in alike and not one.void]
        if standing[-1:] == [form] and running(case, served) is not None:
            return served
    return None


def day_of_service(
    case: CaseState, served: Served, way: ServiceWay, given: date | None, at: datetime
) -> date:
    """The day given, or for an announcement the day on which its period ended.

    Refuses STEP_MISSING without an announcement, PERIOD_RUNNING before its end, FIELD_REQUIRED where
    another way comes without its day, DATE_ORDER for a day before the paper was there or after today.
    """
    if way is not ServiceWay.ANNOUNCEMENT:
        if given is None:
            raise refuse("FIELD_REQUIRED", field="送达日期", field_en="the day of service")
        _in_time(case, served, given, at)
        return given
    zh, en = NAMES[served.value]
    posted = running(case, served)
    if posted is None:
        raise refuse(
            "STEP_MISSING", step=f"登记{zh}的公告", step_en=f"posting the announcement of {en}"
        )
    ends = period_end(ROW, posted.on)
    if at <= ends:
        row = row_on(ROW, posted.on)
        raise refuse(
            "PERIOD_RUNNING", what=row.zh, what_en=row.en, until=local_date(ends).isoformat()
        )
    return local_date(ends)


def _in_time(case: CaseState, served: Served, on: date, at: datetime) -> None:
    """Periods run from the service: it lies between the day on which the paper was there and today."""
    zh, en = NAMES[served.value]
    since = _ready_on(case, served, at)
    if since is not None and on < since:
        day = since.isoformat()
        raise refuse(
            "DATE_ORDER",
            what=f"{zh}自 {day}（出具、批准之日）起方可送达，请按送达回证填写送达日期",
            what_en=f"{en} may be served from {day} on, the day of its issue and approval: "
            "enter the day that stands on the receipt",
        )
    if on > local_date(at):
        raise refuse(
            "DATE_ORDER", what="送达日期不得晚于今天", what_en="service may not lie after today"
        )


def _ready_on(case: CaseState, served: Served, at: datetime) -> date | None:
    """From when a paper may be served: its issue, for a notice also the approval of what it tells."""
    wanted = [*_effect(case, served)]
    if served is Served.DECISION:
        moments = [case.decision.at] if case.decision else []
    else:
        moments, paper = [], ISSUED[served](case, at)
        wanted += [paper] if paper is not None else []
    moments += [paper.form.at for paper in wanted if paper.form is not None]
    if served is Served.NOTICE and case.proposal is not None:
        moments.append(case.proposal.reviewed_at or case.proposal.at)
    return local_date(max(moments)) if moments else None


OFFICERS = frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER})


def _in_charge(case: CaseState, actor: Actor, at: datetime) -> None:
    """An inspector only in his own case."""
    if actor.holds(Role.AGENCY_OFFICER):
        return
    if not any(officer.hand.is_actor(actor) for officer in case.officers):
        raise refuse("NOT_AN_OFFICER", case_no=case.case_no)


def _waits(case: CaseState, actor: Actor, at: datetime) -> None:
    """There is a paper to serve; what lacks no more than its issue is refused for that."""
    if to_announce(case, actor, at):
        return
    for served, since in _unserved(case).items():
        refusal = _refusal(case, served, actor, at) if since is not None else None
        if refusal is not None:
            raise refusal
    raise refuse("STEP_MISSING", step="待送达的文书", step_en="a paper that waits for service")


ACT = Act(
    PostAnnouncement, "登记公告送达", "post an announcement", OFFICERS, of_penal, post,
    frozenset(stage for stage in Stage if stage not in TERMINAL), (_in_charge, _waits), rank=78,
)  # fmt: skip

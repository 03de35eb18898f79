"""Plan an inspection, begin it on site, and end it."""

from datetime import date, datetime
from typing import Any

from casework.actors import AGENCY, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.assign import chosen
from casework.cases.attach import OPEN
from casework.cases.guards import is_officer, two_officers
from casework.cases.place import BASIS, BASIS_EN, foreign_area
from casework.cases.recuse import settled
from casework.cases.state import CaseState
from casework.cases.ties import acting, not_compared, suggested
from casework.clocks.calendars import local_date
from casework.commands.case import Path, party_json
from casework.commands.inspection import (
    AttachNotice,
    CloseInspection,
    LinkInspection,
    OpenInspection,
    StartInspection,
)
from casework.custody.scans import ANEW, Wanted, former, free_scan, replaced, serves
from casework.events import Draft
from casework.hands import hand_from
from casework.inspection.follow import brought, not_elsewhere
from casework.inspection.state import OF_AGENCY, InspectionState, Step
from casework.inspection.streams import inspection_stream, of_close, of_notice, of_open
from casework.points.parameters import STREAM as PARAMETERS
from casework.refusal import refuse


def is_inspector(state: InspectionState, actor: Actor, at: datetime) -> None:
    """Only the officers of this inspection act in it."""
    if not any(officer.hand.is_actor(actor) for officer in state.officers):
        raise refuse("NOT_AN_OFFICER", case_no=state.inspection_no)


def of_office(own: bool) -> Role:
    """Who inspects: the bureau's certified officers, or the agency's people under the agreement."""
    return Role.AGENCY_OFFICER if own else Role.INSPECTOR


def recusal_settled(state: InspectionState, actor: Actor, at: datetime) -> None:
    """Every request for recusal is decided first (处罚法 43): it stops no work that runs.

    A leader whose own tie the map told does nothing on site: his question stops his acts, not these.
    """
    settled(state, by_role=False)


def plan(ask: Ask[OpenInspection, InspectionState]) -> list[Draft]:
    """InspectionOpened with two different certified persons (条例 29).

    InspectionRecusalRequested for each tie to the party that the store found, of them or who acts by role.

    Refuses INSPECTION_OUTSIDE: of what is elsewhere the authority of the place is asked (实施细则 15).
    """
    c = ask.command
    required(title=c.title, basis=c.basis, scope=c.scope, document_no=c.notice_no)
    required(party=c.party.key, name=c.party.name)
    if c.ends_on < c.starts_on:
        raise refuse(
            "DATE_ORDER",
            what="检查起止日期应先后有序",
            what_en="the inspection begins before it ends",
        )
    area = foreign_area(c.party, ask.states[PARAMETERS], local_date(ask.at))
    if area is not None:
        raise refuse("INSPECTION_OUTSIDE", area=area, basis=BASIS, basis_en=BASIS_EN)
    own = ask.actor.holds(*AGENCY)
    officers = chosen(c.officers, ask.states, role=of_office(own))
    hands = [hand_from(one) for one in officers]
    others = acting(c.acting, ask.states, hands)
    asked = suggested(ask.state, hands, c.ties, "InspectionRecusalRequested", others)
    return [
        draft(
            ask.state.stream,
            "InspectionOpened",
            title=c.title,
            party=party_json(c.party),
            basis=c.basis,
            scope=c.scope,
            notice_no=c.notice_no,
            starts_on=c.starts_on,
            ends_on=c.ends_on,
            kind=c.kind,
            officers=officers,
            **({"office": OF_AGENCY} if own else {}),
            **not_compared(hands, c.undeclared),
        ),
        *asked,
    ]


def start(ask: Ask[StartInspection, InspectionState]) -> list[Draft]:
    """InspectionStarted once certificates were shown and recusal was told (处罚法 43, 55)."""
    c = ask.command
    required(place=c.place, name=c.received_by)
    if not c.certificates_shown:
        shown = "出示工作证件" if ask.state.of_agency else "出示执法证件"
        raise refuse("STEP_MISSING", step=shown, step_en="showing certificates")
    if not c.recusal_told:
        raise refuse("STEP_MISSING", step="告知申请回避的权利", step_en="telling of recusal")
    if c.started_on > local_date(ask.at):
        raise refuse("DATE_ORDER", what="进场日期不得晚于今天", what_en="begun no later than today")
    state = ask.state
    first = _noticed(state)
    if first is not None and c.started_on < first:
        raise refuse(
            "DATE_ORDER", what=f"进场日期不得早于出具检查通知书之日（{first}）",
            what_en=f"nobody goes on site before the day of the notice ({first})",
        )  # fmt: skip
    # A spot check's result is entered the day after its last day on site.
    last = max(c.started_on, state.ends_on or c.started_on)
    told = {"started_on": c.started_on, "place": c.place, "received_by": c.received_by}
    told |= {"kind": state.kind, "last_day": last}
    return [draft(ask.state.stream, "InspectionStarted", **told)]


def _noticed(state: InspectionState) -> date | None:
    """From when on the notice lets officers in: its entry, or an earlier first day that it names."""
    days = [local_date(state.opened_at)] if state.opened_at else []
    return min([*days, *([state.starts_on] if state.starts_on else [])], default=None)


def attach_notice(ask: Ask[AttachNotice, InspectionState]) -> list[Draft]:
    """NoticeScanAttached: sealed, and signed by whoever received it."""
    c, state = ask.command, ask.state
    wanted = Wanted(state.notice_title, state.notice_scan, ANEW, c.reason)
    item = free_scan(ask.states, c.evidence_id, wanted, state.papers_of_scans)
    told = {"evidence_id": c.evidence_id, "sha256": item.sha256}
    kept = draft(state.stream, "NoticeScanAttached", **told, **former(wanted))
    return [kept, *replaced(wanted, c.evidence_id), serves(c.evidence_id, wanted.paper)]


def close(ask: Ask[CloseInspection, InspectionState]) -> list[Draft]:
    """InspectionClosed; with a case its signed papers become evidence there."""
    c, state = ask.command, ask.state
    required(situation=c.situation)
    waiting = [paper.paper_id for paper in state.papers if paper.signature is None]
    if waiting:
        raise refuse(
            "STEP_MISSING",
            step=f"底稿签字或记录拒签：{'、'.join(waiting)}",
            step_en=f"signature or recorded refusal of {', '.join(waiting)}",
        )
    if state.notice_scan is None:
        raise refuse(
            "STEP_MISSING",
            step="附入检查通知书签收件（盖章并由被检查单位签收的通知书）",
            step_en="the notice of inspection, sealed and signed by whoever received it",
        )
    # The signed paper is the evidence; once the inspection is over nobody can add it.
    bare = [paper.paper_id for paper in state.papers if paper.scan is None]
    if bare:
        raise refuse(
            "STEP_MISSING",
            step=f"附入签字扫描件：{'、'.join(bare)}",
            step_en=f"the signed scan of {', '.join(bare)}",
        )
    case_no = c.case_no or state.case_no
    if state.case_no is not None and case_no != state.case_no:
        raise refuse(
            "BAD_VALUE", field="后续案件", field_en="the case",
            why=f"该检查已登记线索 {state.case_no}，底稿并入该案",
            why_en=f"a lead {state.case_no} was registered from it and takes its papers",
        )  # fmt: skip
    told = {"situation": c.situation, "case_no": case_no}
    closed = draft(state.stream, "InspectionClosed", **told)
    # A lead that came to nothing meanwhile holds up no end of the inspection.
    over = not c.case_no and case_no and ask.states[f"case:{case_no}"].stage not in OPEN
    return [closed, *_into_case(ask, case_no)] if case_no and not over else [closed]


def link(ask: Ask[LinkInspection, InspectionState]) -> list[Draft]:
    """InspectionFollowed: its signed papers become evidence of a case that was opened later."""
    c, state = ask.command, ask.state
    required(case_no=c.case_no, reason=c.reason)
    case: CaseState = ask.states[f"case:{c.case_no}"]
    _fits(state, case)
    if not state.of_agency:
        is_officer(case, ask.actor, ask.at)
    not_elsewhere(state, case, ask.states)
    followed = draft(state.stream, "InspectionFollowed", case_no=c.case_no, reason=c.reason)
    return [followed, *_into_case(ask, c.case_no)]


def _unlinked(state: InspectionState, actor: Actor, at: datetime) -> None:
    if state.of_agency:
        is_inspector(state, actor, at)
    if state.case_no is not None:
        raise refuse("ALREADY_DONE")


def _into_case(ask: Ask[Any, InspectionState], case_no: str) -> list[Draft]:
    state, case = ask.state, ask.states[f"case:{case_no}"]
    _fits(state, case)
    return brought(state, case, ask.states)


def _fits(state: InspectionState, case: CaseState) -> None:
    """The case is open, and of the institution that was inspected."""
    if not case.version:
        raise refuse("NOT_FOUND", what=case.label, what_en=case.label_en)
    if case.stage not in OPEN:
        raise refuse(
            "ILLEGAL_MOVE", stage=case.stage_zh, stage_en=case.stage_en, act="并入检查",
            act_en="attach an inspection",
        )  # fmt: skip
    if state.of_agency and case.path is not Path.AGREEMENT:
        raise refuse(
            "BAD_VALUE", field="后续案件", field_en="the case",
            why="经办机构的核查并入协议处理案件；行政处罚案件由本局执法人员另行检查",
            why_en="what the agency inspects goes to a handling under the agreement; for a penalty the bureau's "
            "officers inspect themselves",
        )  # fmt: skip
    if case.party is None or state.party is None or case.party.key != state.party.key:
        raise refuse("OTHER_PARTY", inspection_no=state.inspection_no, case_no=case.case_no)


#: Only officers of the inspection act in it: the bureau's, or the agency's in its own.
INSPECTOR = frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER})
ACTS = (
    Act(
        OpenInspection, "制作检查通知", "plan an inspection",
        frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.HEAD, *AGENCY}), of_open, plan, creates=True,
        offered=False,
    ),
    Act(
        StartInspection, "进场检查", "begin on site", INSPECTOR, inspection_stream, start,
        frozenset({Step.PLANNED}), (is_inspector, two_officers, recusal_settled), rank=10,
    ),
    Act(
        AttachNotice, "附入检查通知书签收件", "attach the sealed notice", INSPECTOR, of_notice,
        attach_notice, frozenset({Step.PLANNED, Step.ON_SITE}), (is_inspector,), rank=30,
        leads=lambda state: state.stage is Step.ON_SITE and state.notice_scan is None,
    ),
    Act(
        CloseInspection, "结束检查", "end the inspection", INSPECTOR, of_close, close,
        frozenset({Step.ON_SITE}), (is_inspector, two_officers, recusal_settled), rank=40,
    ),
    Act(
        LinkInspection, "并入后立案件", "tie to a later case", INSPECTOR, of_close, link,
        frozenset({Step.CLOSED}), (_unlinked,), rank=80,
    ),
)  # fmt: skip

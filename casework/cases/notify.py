"""Notice, statement and defence."""

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.announce import day_of_service
from casework.cases.guards import came_in, is_officer, period_over, proposal_approved, two_officers
from casework.cases.jurisdiction import ours
from casework.cases.place import own_county
from casework.cases.serving import told
from casework.cases.stages import HEARD, UNDER_REVIEW, Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_penal
from casework.cases.unpunished import may_speak, punishes
from casework.commands.case import Defence, RecordDefence, Served, ServeNotice
from casework.documents.scans import case_scan, next_party_paper, with_scan
from casework.documents.serve import named, notice_issued, notice_of
from casework.events import Draft
from casework.refusal import refuse


def serve(ask: Ask[ServeNotice, CaseState]) -> list[Draft]:
    """NoticeServed with the paper, what was told and whether a hearing may be requested (处罚法 44)."""
    c, case = ask.command, ask.state
    served_on = day_of_service(case, Served.NOTICE, c.way, c.served_on, ask.at)
    move(case.stage, Stage.NOTICE, "事先告知", "serve the notice")
    proposal = case.proposal
    if proposal is None:
        raise refuse("STEP_MISSING", step="处罚建议", step_en="a penalty proposal")
    return [
        draft(
            case.stream,
            "NoticeServed",
            proposal_id=proposal.proposal_id,
            **told(case, c, ask.actor, ask.at),
            served_on=served_on,
            receipt=c.receipt,
            hearing_right=proposal.hearing_right,
            **named(notice_of(case, ask.at)),
        )
    ]


def defend(ask: Ask[RecordDefence, CaseState]) -> list[Draft]:
    """DefenceRecorded; a waiver of the hearing is an event of its own. Both are waived in writing alone.

    The party speaks as often as it has something to say until the decision (处罚法 45): what comes
    during the legal review or after it is reviewed anew. A hearing that was asked for is given up by
    ending it.
    """
    c, case = ask.command, ask.state
    if c.how is Defence.SILENT:
        if case.stage is Stage.INVESTIGATION:
            raise refuse(
                "STEP_MISSING", step="听取当事人对退回基金的意见，或其书面放弃",
                step_en="the party's statement on the money to be returned, or its waiver in writing",
            )  # fmt: skip
        if case.stage is not Stage.NOTICE or case.defence is not None:
            raise refuse("ALREADY_DONE")
        period_over(case, ask.at, "defence")
    else:
        required(text=c.text)
    if not c.document and (c.waives_hearing or c.how is Defence.WAIVED):
        raise refuse("WAIVER_UNSIGNED")
    if c.waives_hearing and case.hearing_requested and not case.hearing_held:
        raise refuse(
            "STEP_MISSING", step="终止听证（当事人撤回申请）", step_en="ending the hearing"
        )
    may_turn(case, "记录陈述申辩", "record the defence")
    if c.document:
        case_scan(ask, c.document, next_party_paper(case, "defence"))
    events = [
        draft(
            case.stream, "DefenceRecorded", how=c.how, text=c.text, document=c.document or None,
            **came_in(c.received_on, case, ask.at),
        )
    ]  # fmt: skip
    if c.waives_hearing and case.hearing_right and not _hearing_over(case):
        events.append(draft(case.stream, "HearingWaived", text=c.text))
    return events


def may_turn(case: CaseState, act: str, act_en: str) -> None:
    """What the party states takes the case to its defence, unless a hearing waits. Refuses ILLEGAL_MOVE."""
    if case.stage in (Stage.INVESTIGATION, Stage.NOTICE) or case.stage in UNDER_REVIEW:
        move(case.stage, Stage.DEFENCE, act, act_en)


def _hearing_over(case: CaseState) -> bool:
    """Whether there is no hearing left to waive."""
    return case.hearing_waived or case.hearing_held


ACTS = (
    Act(
        command=ServeNotice,
        zh="送达事先告知书",
        en="serve the notice",
        roles=frozenset({Role.INSPECTOR}),
        streams=of_penal,
        answer=serve,
        stages=frozenset({Stage.INVESTIGATION}),
        guards=(
            own_county,
            ours,
            is_officer,
            two_officers,
            proposal_approved,
            punishes,
            notice_issued,
        ),
        rank=10,
    ),
    Act(
        command=RecordDefence,
        zh="记录陈述申辩",
        en="record the defence",
        roles=frozenset({Role.INSPECTOR}),
        streams=with_scan(case_stream, "document"),
        answer=defend,
        stages=HEARD | {Stage.INVESTIGATION},
        guards=(is_officer, two_officers, may_speak),
        rank=10,
        leads=lambda case: (
            case.stage is Stage.NOTICE or (case.owes_unpunished and case.defence is None)
        ),
    ),
)

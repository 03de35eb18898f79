"""The institution's statement and defence before a handling is decided (条例第十三条).

It is the institution's right: it speaks or waives by its own account. The agency records a paper
that the institution signed, or its silence once the period is over; it never waives for it.
"""

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import came_in, own_evidence, own_institution
from casework.cases.stages import Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.clocks.periods import period_end
from casework.commands.agreement import StateDefence
from casework.commands.case import Defence
from casework.documents.scans import case_scan, next_party_paper, with_scan
from casework.events import Draft
from casework.refusal import refuse
from casework.wording import Both


def defend(ask: Ask[StateDefence, CaseState]) -> list[Draft]:
    """HandlingDefended: how, by whom, and on which paper.

    The end of the period lets the agency record silence; a later statement is heard all the same,
    until the decision.
    """
    c, case = ask.command, ask.state
    own = ask.actor.holds(Role.INSURANCE_OFFICE)
    if c.how is Defence.SILENT and own:
        raise refuse(
            "BAD_VALUE", field="陈述申辩情况", field_en="the way of the defence",
            why="逾期未提出由经办机构记录；请陈述申辩，或写明放弃",
            why_en="that nothing came in time is for the agency to record: state it, or waive it",
        )  # fmt: skip
    if c.how is Defence.SILENT:
        if case.stage is Stage.HANDLING_DECISION:
            raise refuse("ALREADY_DONE")
        _silence(case, ask)
    else:
        required(text=c.text)
    if not own and c.how is not Defence.SILENT:
        paper(
            case, c.document, Both("陈述申辩（包括放弃）", "Stating and defending, or waiving it,")
        )
    if c.document is not None:
        case_scan(ask, c.document, next_party_paper(case, "defence"))
    if case.stage is not Stage.HANDLING_DECISION:
        move(case.stage, Stage.HANDLING_DECISION, "陈述申辩", "state and defend")
    # Its own statement comes in as it is made.
    came = {} if own else came_in(c.received_on, case, ask.at)
    told = {"how": c.how, "text": c.text, "document": c.document, **came}
    return [draft(case.stream, "HandlingDefended", **told)]


def _silence(case: CaseState, ask: Ask[StateDefence, CaseState]) -> None:
    if case.notice_on is None:
        raise refuse("STEP_MISSING", step="告知拟处理意见", step_en="the notice")
    ends = period_end("handling_defence", case.notice_on)
    if ask.at <= ends:
        until = local_date(ends).isoformat()
        raise refuse(
            "PERIOD_RUNNING", what="陈述申辩", what_en="stating and defending", until=until
        )


def paper(case: CaseState, document: str | None, what: Both) -> None:
    """Refuse OWN_RIGHT without a signed paper of the institution, NOT_FOUND where it is none of this case."""
    if document is None or not document.strip():
        raise refuse("OWN_RIGHT", what=what.zh, what_en=what.en)
    own_evidence(case, (document,))


ACT = Act(
    StateDefence, "陈述申辩", "state and defend",
    frozenset({Role.INSURANCE_OFFICE, Role.AGENCY_OFFICER}), with_scan(case_stream, "document"), defend,
    frozenset({Stage.HANDLING_NOTICE, Stage.HANDLING_DECISION}), (own_institution,), rank=10,
    leads=lambda case: case.stage is Stage.HANDLING_NOTICE,
)  # fmt: skip

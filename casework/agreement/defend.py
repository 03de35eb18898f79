"""The institution's statement and defence before a handling is decided (条例第十三条).

It is the institution's right: it speaks or waives by its own account. The agency records a paper
that the institution signed, or its silence once the period is over; it never waives for it.
"""

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.enclosures import enclosed, of_enclosures
from casework.cases.guards import came_in, own_evidence, own_institution
from casework.cases.stages import Stage, move
from casework.cases.state import CaseState
from casework.cases.submit import in_time
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
    items, more = _sent(ask) if own else ([], _came(ask))
    told = {"how": c.how, "text": c.text, "document": c.document, **more}
    return [*items, draft(case.stream, "HandlingDefended", **told)]


def _sent(ask: Ask[StateDefence, CaseState]) -> tuple[list[Draft], dict[str, object]]:
    """Its own statement comes in as it is made, with what the institution put into the vault for it."""
    items, files = enclosed(ask, "机构陈述申辩附件")
    return items, {"enclosures": files, **in_time(ask.state, "handling_defence", ask.at)}


def _came(ask: Ask[StateDefence, CaseState]) -> dict[str, object]:
    """When the paper came in that the agency records; what came with it is evidence of the case already."""
    if ask.command.enclosures:
        raise refuse(
            "BAD_VALUE", field="附件", field_en="the enclosures",
            why="由机构在本机构页面随陈述申辩提交；机构交来的纸质材料请先附入本案证据",
            why_en="they are the institution's to send with its own statement: attach what it gave on "
            "paper to the case as evidence",
        )  # fmt: skip
    return dict(came_in(ask.command.received_on, ask.state, ask.at))


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
    frozenset({Role.INSURANCE_OFFICE, Role.AGENCY_OFFICER}), with_scan(of_enclosures, "document"), defend,
    frozenset({Stage.HANDLING_NOTICE, Stage.HANDLING_DECISION}), (own_institution,), rank=10,
    leads=lambda case: case.stage is Stage.HANDLING_NOTICE,
)  # fmt: skip

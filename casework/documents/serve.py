"""A service names the paper that is handed over: it is issued, with the number of its series.

A notice is one for the proposal that stands, a demand one that came after the decision; so are the
notice and the decision of a handling under the agreement.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from casework.actors import Actor
from casework.clocks.calendars import local_date
from casework.dated import in_force
from casework.documents.effect import Paper, needs
from casework.documents.state import Issued
from casework.refusal import refuse

if TYPE_CHECKING:
    from casework.cases.state import CaseState


def notice_of(case: "CaseState", at: datetime) -> Paper | None:
    """The notice of the proposal that stands, and the paper that tells it; None without either."""
    proposal = case.proposal
    if proposal is None:
        return None
    fits = (form for form in case.forms if form.at >= proposal.at)
    return _paper("notice", tuple(fits), at)


def demand_of(case: "CaseState", at: datetime) -> Paper | None:
    """The demand to perform the decision, and its paper; None without a decision."""
    decision = case.decision
    if decision is None:
        return None
    return _paper("pressing", tuple(f for f in case.forms if f.seq >= decision.seq), at)


def handling_notice_of(case: "CaseState", at: datetime) -> Paper | None:
    """The notice of the handling that stands, and its paper; None where none is proposed."""
    handling = case.handling
    if handling is None:
        return None
    fits = (form for form in case.forms if form.seq >= handling.seq)
    return _paper("handling_notice", tuple(fits), at)


def handling_of(case: "CaseState", at: datetime) -> Paper | None:
    """The decision on the handling, and its paper; None without a decision."""
    decision = case.decision
    if decision is None:
        return None
    return _paper("handling", tuple(f for f in case.forms if f.at >= decision.at), at)


def _paper(of: str, forms: tuple[Issued, ...], at: datetime) -> Paper | None:
    on = local_date(at)
    need = next((one for one in needs() if one.of == of and in_force(one, on)), None)
    if need is None:
        return None
    fitting = (form for form in reversed(forms) if form.form_id in need.forms and not form.void)
    return Paper(need, next(fitting, None))


def notice_issued(case: "CaseState", actor: Actor, at: datetime) -> None:
    """Guard: the notice to serve is there. Refuses NOT_ISSUED with what to issue, and its basis."""
    _issued(notice_of(case, at))


def demand_issued(case: "CaseState", actor: Actor, at: datetime) -> None:
    """Guard: the demand to serve is there. Refuses NOT_ISSUED as above."""
    _issued(demand_of(case, at))


def handling_notice_issued(case: "CaseState", actor: Actor, at: datetime) -> None:
    """Guard: the notice of the handling is there. Refuses NOT_ISSUED as above."""
    _issued(handling_notice_of(case, at))


def handling_issued(case: "CaseState", actor: Actor, at: datetime) -> None:
    """Guard: the decision on the handling is there. Refuses NOT_ISSUED as above."""
    _issued(handling_of(case, at))


def _issued(paper: Paper | None) -> None:
    if paper is not None and paper.form is None:
        need = paper.need
        raise refuse(
            "NOT_ISSUED",
            what=need.zh,
            what_en=need.en,
            basis=need.basis,
            basis_en=need.basis_en,
        )


def named(paper: Paper | None) -> dict[str, str]:
    """The paper as the event of its service keeps it."""
    if paper is None or paper.form is None:
        return {}
    return {"issue_id": paper.form.issue_id, "number": paper.form.number}

"""A service names the paper that is handed over: it is issued, with the number of its series.

A notice is one for the proposal that stands, a demand one that came after the decision; so are the
notice and the decision of a handling under the agreement.
"""

from datetime import datetime

from casework.actors import Actor
from casework.cases.guards import to_report
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.dated import in_force
from casework.documents.effect import Paper, needs
from casework.documents.state import Issued
from casework.refusal import refuse


def notice_of(case: CaseState, at: datetime) -> Paper | None:
    """The notice of the proposal that stands, and the paper that tells it; None without either."""
    return _paper("notice", case, case.proposal.at if case.proposal else None, at)


def hearing_notice_of(case: CaseState, at: datetime) -> Paper | None:
    """The notice of the hearing as it is set, and its paper; None where none is set."""
    return _paper("hearing", case, case.hearing.seq if case.hearing else None, at)


def correction_of(case: CaseState, at: datetime) -> Paper | None:
    """The latest order to correct, and its paper; None where nothing was ordered."""
    latest = case.corrections[-1] if case.corrections else None
    return _paper("correction", case, latest.seq if latest else None, at)


def demand_of(case: CaseState, at: datetime) -> Paper | None:
    """The demand to perform the decision, and its paper; None without a decision."""
    return _paper("pressing", case, case.decision.seq if case.decision else None, at)


def handling_notice_of(case: CaseState, at: datetime) -> Paper | None:
    """The notice of the handling that stands, and its paper; None where none is proposed."""
    return _paper("handling_notice", case, case.handling.seq if case.handling else None, at)


def handling_of(case: CaseState, at: datetime) -> Paper | None:
    """The decision on the handling, and its paper; None without a decision."""
    decision = case.decision
    return _paper("handling", case, (decision.seq or decision.at) if decision else None, at)


def performance_of(case: CaseState, at: datetime) -> Paper | None:
    """The decision that the handling is performed, and its paper; None without one."""
    one = case.performance
    return _paper("performance", case, one.seq if one else None, at)


def spot_report_of(case: CaseState, at: datetime) -> Paper | None:
    """The form by which a decision on the spot is reported; None where none is due."""
    return _paper("spot_report", case, case.spot_seq or None, at) if to_report(case) else None


def _paper(of: str, case: CaseState, since: datetime | int | None, at: datetime) -> Paper | None:
    """The need of a day, and the newest paper issued for it `since` a moment or an event."""
    on = local_date(at)
    need = next((one for one in needs() if one.of == of and in_force(one, on)), None)
    if need is None or since is None:
        return None
    fitting = (
        form
        for form in reversed(case.forms)
        if form.form_id in need.forms and not form.void and _not_before(form, since)
    )
    return Paper(need, next(fitting, None))


def _not_before(form: Issued, since: datetime | int) -> bool:
    return form.at >= since if isinstance(since, datetime) else form.seq >= since


def notice_issued(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the notice to serve is there. Refuses NOT_ISSUED with what to issue, and its basis."""
    issued(notice_of(case, at))


def demand_issued(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the demand to serve is there. Refuses NOT_ISSUED as above."""
    issued(demand_of(case, at))


def handling_notice_issued(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the notice of the handling is there. Refuses NOT_ISSUED as above."""
    issued(handling_notice_of(case, at))


def handling_issued(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the decision on the handling is there. Refuses NOT_ISSUED as above."""
    issued(handling_of(case, at))


def issued(paper: Paper | None) -> None:
    """Refuses NOT_ISSUED for a paper that is needed and that nobody has issued."""
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

"""What was decided about held things, or on a request for instalments: it is handed to whom it concerns.

The owner of held things gets the decision that holds them and the one that lets them go (处罚法 56, 行政强制法 24),
who asked for instalments the answer. Decisions of before were told otherwise, and wait for nothing.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from casework.cases.parts import Hold
from casework.cases.served import NAMES
from casework.cases.state import CaseState
from casework.clocks.calendars import day_start, local_date
from casework.dated import in_force
from casework.documents.about import lists_of, releases_of
from casework.documents.effect import Paper, needs
from casework.documents.lacking import NOT_ISSUED, NOT_SERVED, Lacking
from casework.documents.state import Issued
from casework.refusal import refuse

HOLD: Final = "hold"
HOLD_END: Final = "hold_end"
ANSWER: Final = "instalments"
#: The form of the answer.
NOTICE: Final = "instalment_notice"
KINDS: Final = (HOLD, HOLD_END, ANSWER)


def about_of(case: CaseState, served: str) -> str:
    """Which hold, or answer, is served next: of several the first whose paper is issued; "" where none waits."""
    waiting = _waiting(case, served)
    issued = (about for about in waiting if _forms(case, served, about))
    return next(issued, next(iter(waiting), ""))


def waits_since(case: CaseState, served: str) -> datetime | None:
    """Since when it waits for its service; None where nothing does."""
    about = about_of(case, served)
    if not about:
        return None
    if served == ANSWER:
        return case.instalments_answer.at if case.instalments_answer else None
    hold = _hold(case, about)
    day = hold.approved_on if served == HOLD else hold.ended_on
    return day_start(day) if day else None


def paper_of(case: CaseState, served: str, at: datetime) -> Paper | None:
    """The need of the day, and the paper that is served next, or was served last."""
    on = local_date(at)
    need = next((one for one in needs() if one.of == served and in_force(one, on)), None)
    if need is None:
        return None
    about = about_of(case, served)
    forms = _forms(case, served, about) if about else _served_last(case, served)
    return Paper(need, forms[-1] if forms else None)


def unhanded(case: CaseState) -> Iterator[Lacking]:
    """Each that waits, and what it waits for."""
    for served in KINDS:
        for about in _waiting(case, served):
            zh, en = NAMES[served]
            if served != ANSWER:
                zh, en = f"{zh} {about}", f"{en} {about}"
            there = _forms(case, served, about)
            why = (NOT_SERVED, "ServePaper") if there else (NOT_ISSUED, "IssueForm")
            yield Lacking(zh, en, *why)


def all_handed(case: CaseState) -> None:
    """Refuses PAPERS_UNSERVED with the list of what waits."""
    found = [one.said for one in unhanded(case)]
    if found:
        zh, en = zip(*found, strict=True)
        raise refuse(
            "PAPERS_UNSERVED", count=len(found), papers="、".join(zh), papers_en="; ".join(en)
        )


def _waiting(case: CaseState, served: str) -> list[str]:
    told = {one.about for one in case.services if one.served == served}
    if served == ANSWER:
        one = case.instalments_answer
        return [str(one.seq)] if one and one.to_serve and str(one.seq) not in told else []
    return [h.hold_id for h in case.holds if served in h.to_serve and h.hold_id not in told]


def _forms(case: CaseState, served: str, about: str) -> list[Issued]:
    if served == HOLD:
        return lists_of(case, _hold(case, about))
    if served == HOLD_END:
        return releases_of(case, _hold(case, about))
    answer = case.instalments_answer
    since = answer.seq if answer else 0
    own = (one for one in case.forms if one.form_id == NOTICE and not one.void)
    return [one for one in own if one.seq >= since]


def _served_last(case: CaseState, served: str) -> list[Issued]:
    last = next((one for one in reversed(case.services) if one.served == served), None)
    return [one for one in case.forms if last is not None and one.issue_id == last.issue_id]


def _hold(case: CaseState, hold_id: str) -> Hold:
    return next(one for one in case.holds if one.hold_id == hold_id)

"""The lines of a case with the refunds of now: whoever demands money back looks at them first."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from casework.cases.state import CaseState
from casework.events import Draft
from casework.lines.settle import registers, renew
from casework.lines.state import LinesState, totals_of
from casework.lines.unset import all_set


def lines_now(
    known: LinesState, states: Mapping[str, Any], demanded: bool
) -> tuple[LinesState, list[Draft]]:
    """The lines with what came back of them by now, and what says so (LinesNetted; often nothing).

    The states need the refunds of their institutions (`of_verdict`). Refuses REFUND_NAMES_NO_LINE
    where money is `demanded`.
    """
    books = registers(states)
    lines, told = renew(known, books)
    if demanded:
        all_set(lines.lines.values(), books)
    return lines, told


def as_of_now(
    case: CaseState, states: Mapping[str, Any], demanded: Decimal
) -> tuple[CaseState, list[Draft]]:
    """The case with the totals of `lines_now`; `demanded` are yuan. Without listed lines, as it is."""
    known = states.get(f"lines:{case.case_no}")
    if not case.lines.listed or not isinstance(known, LinesState):
        return case, []
    lines, told = lines_now(known, states, bool(demanded))
    return replace(case, lines=totals_of(lines.lines.values())), told

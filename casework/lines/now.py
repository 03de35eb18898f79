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


def as_of_now(
    case: CaseState, states: Mapping[str, Any], demanded: Decimal
) -> tuple[CaseState, list[Draft]]:
    """The case with what came back of its lines by now, and what says so (LinesNetted; often nothing).

    The states need the case's lines and the refunds of their institutions (`of_verdict`). Refuses
    REFUND_NAMES_NO_LINE where yuan are `demanded`.
    """
    known = states.get(f"lines:{case.case_no}")
    if not case.lines.listed or not isinstance(known, LinesState):
        return case, []
    books = registers(states)
    lines, told = renew(known, books)
    if demanded:
        all_set(lines.lines.values(), books)
    return replace(case, lines=totals_of(lines.lines.values())), told

"""A figure of law as the bureau set it; where it set none, as it is packaged (domain.md B3).

What was set holds for acts from its day on, and never for one before it was approved: a case keeps what
was found in it then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from casework.clocks.calendars import local_date
from casework.law.rows import Parameter, parameter
from casework.points.parameters import STREAM, BureauState, Setting


def own_on(states: Mapping[str, Any], name: str, on: date) -> Setting | None:
    """What the bureau set for a day; None while the packaged row holds."""
    bureau = states.get(STREAM)
    return bureau.setting(name, on) if isinstance(bureau, BureauState) else None


def own_setting(states: Mapping[str, Any], name: str, at: datetime) -> Setting | None:
    """What the bureau set and had approved by then; None while the packaged row holds."""
    return own_on(states, name, local_date(at))


def figure(states: Mapping[str, Any], name: str, at: datetime) -> Parameter:
    """The figure for an act of that moment, among the streams that it loaded. Raises Refusal NOT_FOUND."""
    row, own = parameter(name, local_date(at)), own_setting(states, name, at)
    if own is None:
        return row
    return replace(row, value=own.value, basis=own.basis, mark="", valid_from=own.valid_from)


def own_figures(
    states: Mapping[str, Any], names: Iterable[str], at: datetime
) -> dict[str, dict[str, str]]:
    """Value and basis of those that the bureau set, as an event keeps them."""
    found = {name: own_setting(states, name, at) for name in names}
    return {name: {"value": own.value, "basis": own.basis} for name, own in found.items() if own}

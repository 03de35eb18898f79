"""How deadlines look in a terminal, and as JSON."""

from typing import Any

from casework.clocks.deadlines import CLOCK_NAMES_ZH, Deadline
from casework.clocks.rows import Row
from casework.clocks.why import UNITS, why
from casework.events import to_json
from cli.person import local


def deadline_json(one: Deadline) -> dict[str, Any]:
    """A deadline with its reckoning, as JSON prints it."""
    steps = [{"zh": s.zh, "en": s.en, "at": s.at} for s in why(one)]
    fields = ("id", "key", "zh", "en", "started_at", "due", "units", "left", "calendar", "basis",
              "mark", "clock", "ended_at", "problem", "provisional")  # fmt: skip
    return {**{name: getattr(one, name) for name in fields}, "why": steps}


def row_json(row: Row) -> dict[str, Any]:
    """A row's own fields."""
    fields = ("id", "zh", "en", "amount", "calendar", "basis", "mark", "valid_from", "valid_to",
              "lapses", "rolls", "manual")  # fmt: skip
    plain: dict[str, Any] = {name: getattr(row, name) for name in fields}
    return dict(to_json(plain))  # type: ignore[arg-type]


def amount_text(row: Row) -> str:
    """The period as written: 15 个工作日."""
    return f"{row.amount} {UNITS[row.calendar][0]}"


def deadline_text(one: Deadline) -> str:
    """A deadline and, indented, how it was reckoned."""
    due = local(one.due) if one.due else one.problem
    lines = [f"{one.zh}  {CLOCK_NAMES_ZH[one.clock]}  届满 {due}（{one.mark}）"]
    lines += [f"  {local(step.at) if step.at else '依据'}  {step.zh}" for step in why(one)]
    if one.due and one.problem:
        lines.append(f"  注意  {one.problem}")
    return "\n".join(lines)

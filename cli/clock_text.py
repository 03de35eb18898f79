"""How deadlines look in a terminal, and as JSON."""

from typing import Any

from casework.clocks.deadlines import CLOCK_NAMES_ZH, Deadline
from casework.clocks.rows import Row
from casework.clocks.why import UNITS, why
from casework.events import to_json
from cli.language import say
from cli.person import local


def deadline_json(one: Deadline) -> dict[str, Any]:
    """A deadline with its reckoning, as JSON prints it."""
    steps = [{"zh": s.zh, "en": s.en, "at": s.at} for s in why(one)]
    fields = ("id", "key", "zh", "en", "started_at", "due", "units", "left", "calendar", "basis",
              "mark", "clock", "ended_at", "problem", "problem_en", "provisional")  # fmt: skip
    return {**{name: getattr(one, name) for name in fields}, "why": steps}


def row_json(row: Row) -> dict[str, Any]:
    """A row's own fields: with the events that start, end and void it, what extends it and what rests it."""
    fields = ("id", "zh", "en", "amount", "calendar", "basis", "mark", "valid_from", "valid_to",
              "lapses", "rolls", "manual", "warn", "until", "only_if")  # fmt: skip
    plain: dict[str, Any] = {name: getattr(row, name) for name in fields}
    for name in ("start", "end", "void", "unless"):
        plain[name] = sorted(getattr(row, name))
    longer = ("event", "steps", "by", "field")
    plain["extensions"] = [
        {**{name: getattr(one, name) for name in longer}, "basis": one.basis or row.basis}
        for one in row.extensions
    ]
    rests = ("zh", "en", "key", "only_if", "since", "until", "at_most", "mark")
    plain["pauses"] = [
        {
            **{name: getattr(one, name) for name in rests},
            "begins": sorted(one.begins), "ends": sorted(one.ends), "basis": one.basis or row.basis,
        }
        for one in row.pauses
    ]  # fmt: skip
    return dict(to_json(plain))  # type: ignore[arg-type]


def amount_text(row: Row) -> str:
    """The period as written: 15 working days."""
    return f"{row.amount} {say(*UNITS[row.calendar])}"


def deadline_text(one: Deadline) -> str:
    """A deadline and, indented, how it was reckoned."""
    problem = say(one.problem, one.problem_en)
    due = local(one.due) if one.due else problem
    lines = [
        say(
            f"{one.zh}  {CLOCK_NAMES_ZH[one.clock]}  届满 {due}（{one.mark}）",
            f"{one.en}  {one.clock.value}  due {due} ({one.mark})",
        )
    ]
    law = say("依据", "law")
    lines += [
        f"  {local(step.at) if step.at else law}  {say(step.zh, step.en)}" for step in why(one)
    ]
    if one.due and problem:
        lines.append(f"  {say('注意', 'note')}  {problem}")
    return "\n".join(lines)

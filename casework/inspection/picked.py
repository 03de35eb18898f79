"""What a working paper is about: lines that were picked, each with the fund's part, and their sum."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from casework.commands.case.lines import CaseLine
from casework.commands.inspection import WritePaper
from casework.inspection.state import Bill, InspectionState
from casework.lines.state import held_of, visit_of
from casework.money import ZERO
from casework.refusal import refuse


@dataclass(frozen=True)
class Choice:
    """What somebody chose for a paper, as `WritePaper` names it."""

    finding_ids: tuple[str, ...]
    left_out: tuple[str, ...]
    bills: tuple[str, ...]
    lines: tuple[CaseLine, ...]
    paper_id: str | None = None


@dataclass(frozen=True)
class Picked:
    """What of a choice stands on the paper; `behind`: with what was left out of it.

    `unknown`: visits or lines that no delivery of the claims has; `elsewhere`: lines and findings with
    nothing that this institution billed.
    """

    bills: tuple[Bill, ...]
    behind: tuple[Bill, ...]
    unknown: tuple[str, ...]
    elsewhere: tuple[str, ...]

    @property
    def summed(self) -> Decimal:
        """The fund's part of what was picked in yuan, without what another paper counts."""
        return sum((one.counted for one in self.bills), ZERO)


def choice_of(command: WritePaper) -> Choice:
    """What a command chooses."""
    c = command
    return Choice(c.finding_ids, c.left_out, c.bills, c.lines, c.paper_id)


def numbers(bills: Iterable[str]) -> tuple[str, ...]:
    """Visits and lines as they were typed, each once."""
    return tuple(dict.fromkeys(one.strip() for one in bills if one.strip()))


def pick(choice: Choice, state: InspectionState) -> Picked:
    """Return what the choice means: each line once, for the graver of two findings, of this institution alone."""
    code = state.party.key if state.party else ""

    def ours(one: CaseLine) -> bool:
        return one.fixmedins_code in ("", code)

    typed = numbers(choice.bills)
    lines = _graver(choice.lines)
    taken = _taken(state, choice.paper_id)
    behind = tuple(_bill(one, taken) for one in lines.values() if ours(one))
    left = set(choice.left_out)
    known = {*lines, *(visit_of(one) for one in lines)}
    missing = tuple(one for one in typed if one not in known)
    given = {one for one in typed if one in known}
    here = {one.finding_id for one in choice.lines if ours(one)}
    elsewhere = (
        *(one for one in choice.finding_ids if one not in here),
        *(
            one.line_id
            for one in lines.values()
            if not ours(one) and (one.line_id in given or visit_of(one.line_id) in given)
        ),
    )
    unknown = tuple(Bill(one, known=False) for one in missing)
    stands = tuple(one for one in behind if one.bill not in left)
    return Picked((*stands, *unknown), behind, missing, elsewhere)


def chosen(choice: Choice, state: InspectionState) -> Picked:
    """What was picked. Refuses BILL_ELSEWHERE, FIELD_REQUIRED."""
    picked = pick(choice, state)
    if picked.elsewhere:
        name, number = state.party.name if state.party else "", ", ".join(picked.elsewhere[:5])
        raise refuse("BILL_ELSEWHERE", name=name, number=number)
    if not picked.bills:
        raise refuse("FIELD_REQUIRED", field="涉及就诊或明细", field_en="visits or lines")
    return picked


def _graver(lines: Iterable[CaseLine]) -> dict[str, CaseLine]:
    """One line each, for the finding that holds more against it; a finding goes before a number that was typed."""
    found: dict[str, CaseLine] = {}
    for line in lines:
        before = found.get(line.line_id)
        if before is None or _weight(before) < _weight(line):
            found[line.line_id] = line
    return found


def _weight(line: CaseLine) -> tuple[bool, Decimal]:
    return bool(line.finding_id), held_of(line)


def _taken(state: InspectionState, paper_id: str | None) -> Mapping[str, str]:
    """Lines that another paper of the inspection counts already, and which."""
    return {
        one.bill: paper.paper_id
        for paper in reversed(state.papers)
        if paper.paper_id != paper_id
        for one in paper.bills_picked
        if one.known and not one.in_paper
    }


def _bill(line: CaseLine, taken: Mapping[str, str]) -> Bill:
    return Bill(
        line.line_id, line.finding_id, line.on, line.who, line.item, line.amount, held_of(line),
        taken.get(line.line_id, ""),
    )  # fmt: skip

"""What else stands against a line: earlier refunds, and the other cases that hold it, too."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from casework.lines.state import Line, RefundsState
from casework.money import ZERO


@dataclass(frozen=True)
class Rival:
    """Another case that holds the same line: what it recovers of it, or suspects while it is open."""

    case_no: str
    amount: Decimal
    judged: bool


@dataclass(frozen=True)
class Clash:
    """Lines that another case holds, too; yuan. `open` of them it has not judged yet."""

    case_no: str
    lines: int = 0
    open: int = 0
    suspected: Decimal = ZERO
    recovered: Decimal = ZERO


def rivals(
    line: Line, book: RefundsState | None, case_no: str, ended: Collection[str] = ()
) -> tuple[Rival, ...]:
    """Other cases that hold a line; one that `ended` before it judged the line holds it no more."""
    if book is None:
        return ()
    key = line.of.line_id
    judged = book.claims.get(key, {}).items()
    waiting = book.held.get(key, {}).items()
    return (
        *(Rival(no, amount, True) for no, amount in judged if no != case_no),
        *(Rival(no, amount, False) for no, amount in waiting if no != case_no and no not in ended),
    )


def clashes(
    lines: Iterable[Line],
    books: Mapping[str, RefundsState],
    case_no: str,
    ended: Collection[str] = (),
) -> tuple[Clash, ...]:
    """The other cases by number, each with how many of the lines it holds, and for how much."""
    found: dict[str, Clash] = {}
    for line in lines:
        for one in rivals(line, books.get(line.of.fixmedins_code), case_no, ended):
            was = found.get(one.case_no, Clash(one.case_no))
            found[one.case_no] = Clash(
                one.case_no,
                was.lines + 1,
                was.open + (not one.judged),
                was.suspected + (ZERO if one.judged else one.amount),
                was.recovered + (one.amount if one.judged else ZERO),
            )
    return tuple(found[no] for no in sorted(found))

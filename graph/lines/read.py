"""The lines of a case with what came back of them, and the ledger; folds are kept by their chain's head."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any, Final

import neo4j

from casework.actors import BUREAU, Viewer
from casework.cases.fold import fold_case
from casework.cases.state import CaseState
from casework.decide import State, fold
from casework.events import Event
from casework.ledger.check import Check, check
from casework.ledger.fold import fold_ledger
from casework.ledger.state import Ledger
from casework.lines.clash import Clash, clashes
from casework.lines.state import LinesState, RefundsState
from casework.lines.unset import VisitUnset, unset_of
from graph.cases.read import visible
from graph.events.load import load

HEADS: Final = "MATCH (s:Stream) WHERE s.id IN $ids RETURN s.id AS id, s.head AS head"
ENDED: Final = """
MATCH (c:Case) WHERE c.case_no IN $numbers AND NOT c.is_open RETURN c.case_no AS case_no
"""
#: A large case's lines take a tenth of a second to read: a page that scrolls asks often.
KEPT: Final = 12
_kept: OrderedDict[tuple[str, str], State] = OrderedDict()


@dataclass(frozen=True)
class CaseLines:
    """A case, its lines, the refunds of the institutions they are of, and which others `ended`."""

    case: CaseState
    lines: LinesState
    books: tuple[RefundsState, ...]
    ended: frozenset[str] = frozenset()

    @property
    def states(self) -> dict[str, Any]:
        """By stream, as a command's act asks for them."""
        books = {book.stream: book for book in self.books}
        return {self.case.stream: self.case, self.lines.stream: self.lines, **books}

    @property
    def by_code(self) -> dict[str, RefundsState]:
        """The refunds by institution."""
        return {book.fixmedins_code: book for book in self.books}

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """Other cases that hold lines of this one."""
        return clashes(self.lines.lines.values(), self.by_code, self.case.case_no, self.ended)

    @property
    def institutions(self) -> list[str]:
        """Those that billed the lines, by code."""
        return sorted({line.of.fixmedins_code for line in self.lines.lines.values()} - {""})

    @property
    def unset(self) -> tuple[VisitUnset, ...]:
        """What came back of the lines' visits and is set against no line yet."""
        return unset_of(self.lines.lines.values(), self.by_code)


async def case_lines(driver: neo4j.AsyncDriver, viewer: Viewer, case_no: str) -> CaseLines | None:
    """Return the lines; None when the case is missing, hidden, or the viewer is not of the bureau."""
    stream = f"case:{case_no}"
    case = fold_case(case_no, (await load(driver, stream))[stream])
    if not case.version or not visible(case, viewer) or not viewer.actor.holds(*BUREAU):
        return None
    return await _with_lines(driver, case)


async def _with_lines(driver: neo4j.AsyncDriver, case: CaseState) -> CaseLines:
    own = f"lines:{case.case_no}"
    lines = (await folds(driver, own))[own]
    if not isinstance(lines, LinesState):
        raise TypeError(own)
    codes = sorted({line.of.fixmedins_code for line in lines.lines.values()})
    books = await folds(driver, *(f"refunds:{code}" for code in codes))
    known = tuple(book for book in books.values() if isinstance(book, RefundsState))
    return CaseLines(case, lines, known, await _ended(driver, case.case_no, lines, known))


async def _ended(
    driver: neo4j.AsyncDriver, case_no: str, lines: LinesState, books: tuple[RefundsState, ...]
) -> frozenset[str]:
    """Of the other cases that have listed these lines, those that are over."""
    others = {
        other for book in books for line, cases in book.held.items() if line in lines.lines
        for other in cases
    } - {case_no}  # fmt: skip
    if not others:
        return frozenset()
    rows, _, _ = await driver.execute_query(
        ENDED, numbers=sorted(others), routing_=neo4j.RoutingControl.READ
    )
    return frozenset(str(row["case_no"]) for row in rows)


async def folds(driver: neo4j.AsyncDriver, *streams: str) -> dict[str, State]:
    """Fold streams; what did not grow since it was asked for last is not read again."""
    rows, _, _ = await driver.execute_query(
        HEADS, ids=list(streams), routing_=neo4j.RoutingControl.READ
    )
    heads = {row["id"]: str(row["head"]) for row in rows}
    missing = [s for s in streams if s in heads and (s, heads[s]) not in _kept]
    loaded: dict[str, list[Event]] = await load(driver, *missing) if missing else {}
    found = {}
    for stream in streams:
        key = (stream, heads.get(stream, ""))
        state = _kept.get(key) or fold(stream, loaded.get(stream, []))
        found[stream] = state
        if stream in heads:
            _keep(key, state, loaded.get(stream))
    return found


def _keep(key: tuple[str, str], state: State, events: list[Event] | None) -> None:
    """Keep a fold under its head; a chain that grew while it was read is kept under what was read."""
    if events:
        key = (key[0], events[-1].hash)
    _kept[key] = state
    _kept.move_to_end(key)
    while len(_kept) > KEPT:
        _kept.popitem(last=False)


@dataclass(frozen=True)
class CaseLedger:
    """The ledger of a case, and whether it agrees with everything else."""

    case: CaseState
    ledger: Ledger
    checks: tuple[Check, ...]


async def case_ledger(driver: neo4j.AsyncDriver, viewer: Viewer, case_no: str) -> CaseLedger | None:
    """Return the ledger; None when the case is missing, hidden, or the viewer is not of the bureau."""
    stream = f"case:{case_no}"
    events = (await load(driver, stream))[stream]
    case = fold_case(case_no, events)
    if not case.version or not visible(case, viewer) or not viewer.actor.holds(*BUREAU):
        return None
    found = await _with_lines(driver, case)
    ledger = fold_ledger(case_no, events)
    return CaseLedger(case, ledger, check(ledger, case, found.lines, found.books))

"""What the measures of a case lack of their papers, which bars its closing; what they give to its volumes."""

from collections.abc import Iterable, Mapping

import neo4j

from casework.cases.state import CaseState
from casework.measures.state import MeasuresState
from casework.measures.wanted import closing_near, seen_with
from casework.volumes.measured import with_sheets
from graph.events.load import load_in
from graph.measures.load import folded, states_of


async def with_measures(
    driver: neo4j.AsyncDriver, cases: Iterable[CaseState]
) -> dict[str, CaseState]:
    """The cases by number; what is near its closing or over with its measures' papers; one read for all."""
    found = {case.case_no: case for case in cases}
    near = [case for case in found.values() if _asks(case)]
    states = await states_of(driver, (stream for case in near for stream in case.measured))
    return found | {case.case_no: _seen(case, states) for case in near}


async def measured_in(tx: neo4j.AsyncManagedTransaction, case: CaseState) -> CaseState:
    """The same of one case inside a transaction: whom it tells of the next step hears of the paper first."""
    if not _asks(case):
        return case
    chains = await load_in(tx, case.measured)
    return _seen(case, folded({one: chains[one] for one in case.measured}))


def _asks(case: CaseState) -> bool:
    """Their papers may be all that keeps it from being closed, or lie in the volumes that are bound next."""
    return closing_near(case) or bool(case.measured and case.closed_at)


def _seen(case: CaseState, states: Mapping[str, MeasuresState]) -> CaseState:
    return with_sheets(case, states) if case.closed_at else seen_with(case, states)

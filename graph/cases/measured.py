"""What the measures of a case lack of their papers: it stands between the case and its closing."""

from collections.abc import Iterable

import neo4j

from casework.cases.state import CaseState
from casework.measures.wanted import closing_near, seen_with
from graph.events.load import load_in
from graph.measures.load import folded, states_of


async def with_measures(
    driver: neo4j.AsyncDriver, cases: Iterable[CaseState]
) -> dict[str, CaseState]:
    """The cases by number, those whose closing is near with what their measures lack; one read for all."""
    found = {case.case_no: case for case in cases}
    near = [case for case in found.values() if closing_near(case)]
    states = await states_of(driver, (stream for case in near for stream in case.measured))
    return found | {case.case_no: seen_with(case, states) for case in near}


async def measured_in(tx: neo4j.AsyncManagedTransaction, case: CaseState) -> CaseState:
    """The same of one case inside a transaction: whom it tells of the next step hears of the paper first."""
    if not closing_near(case):
        return case
    chains = await load_in(tx, case.measured)
    return seen_with(case, folded({one: chains[one] for one in case.measured}))

"""Chains of measures as states, and which subjects an institution sees as its own."""

from collections.abc import Iterable, Mapping, Sequence

import neo4j

from casework.events import Event
from casework.measures.state import OF_INSTITUTION, MeasuresState, fold_measures
from graph.events.load import load

PREFIX = "measures:"


def of_institution() -> list[str]:
    """Kinds of subjects whose measures an institution sees as its own, as a query takes them."""
    return sorted(kind.value for kind in OF_INSTITUTION)


def folded(chains: Mapping[str, Sequence[Event]]) -> dict[str, MeasuresState]:
    """The states of these streams, in their order."""
    return {one: fold_measures(one.removeprefix(PREFIX), chain) for one, chain in chains.items()}


async def states_of(driver: neo4j.AsyncDriver, streams: Iterable[str]) -> dict[str, MeasuresState]:
    """The measures behind these streams, each stream once, in their order; nothing is read for none."""
    wanted = list(dict.fromkeys(streams))
    if not wanted:
        return {}
    chains = await load(driver, *wanted)
    return folded({one: chains[one] for one in wanted})

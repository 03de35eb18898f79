"""What chains fold into, kept in memory as long as their heads stand.

A head is the hash of a whole chain, so a chain with the same head folds into the same state: nothing
here can go stale, and whoever looks is judged anew from the state each time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.clocks.runs import Run, fold_runs
from casework.decide import State, fold
from casework.events import Event
from graph.events.kept import Kept
from graph.events.load import load

#: How many events the kept chains may have together; those not asked for longest go first.
MOST_EVENTS: Final = 100_000


@dataclass(frozen=True)
class Folded:
    """A chain's state, the runs of its clocks, and when it last grew."""

    state: State
    runs: tuple[Run, ...]
    updated_at: datetime
    length: int


@dataclass
class Folds:
    """The chains asked for lately, by head."""

    most_events: int = MOST_EVENTS

    def __post_init__(self) -> None:
        self._kept: Kept[Folded] = Kept(self.most_events)

    def get(self, head: str) -> Folded | None:
        """What the chain with this head folds into, if it was asked for lately."""
        return self._kept.get(head)

    def put(self, stream: str, events: Sequence[Event]) -> Folded:
        """Fold a chain that has events, and keep it."""
        last = events[-1]
        folded = Folded(fold(stream, events), tuple(fold_runs(events)), last.at, len(events))
        self._kept.put(last.hash, folded, folded.length)
        return folded


FOLDS: Final = Folds()


async def folded(
    driver: neo4j.AsyncDriver, heads: Mapping[str, str], folds: Folds = FOLDS
) -> dict[str, Folded]:
    """Return what the streams fold into, in the order of `heads` (stream → head).

    Only chains that are not kept are read; one that grew meanwhile is returned as it stands now.
    Judge visibility by the states: nothing of it is done here.
    """
    kept = {stream: one for stream, head in heads.items() if (one := folds.get(head))}
    missing = [stream for stream in heads if stream not in kept]
    chains = await load(driver, *missing) if missing else {}
    read = {stream: folds.put(stream, chain) for stream, chain in chains.items() if chain}
    found = kept | read
    return {stream: found[stream] for stream in heads if stream in found}

"""The cases that took fees of days on which a doctor was barred by a score that fell."""

from collections.abc import Iterable

import neo4j

from casework.judgements.state import fold_mark
from casework.points.freed import Freed
from graph.events.load import load_in

#: Freed days at an institution.
Place = tuple[Freed, str]


async def cases_in(
    tx: neo4j.AsyncManagedTransaction, wanted: Iterable[Place]
) -> dict[Place, tuple[str, ...]]:
    """By freed days and institution: cases, handlings and leads to which suspicions of them went."""
    keys = {pair: sorted(f"finding:{key}" for key in pair[0].keys(pair[1])) for pair in wanted}
    streams = sorted({stream for of in keys.values() for stream in of})
    chains = await load_in(tx, streams) if streams else {}
    went = {stream: fold_mark(stream, chain).cases for stream, chain in chains.items() if chain}
    return {
        pair: tuple(sorted({case for stream in of for case in went.get(stream, ())}))
        for pair, of in keys.items()
    }

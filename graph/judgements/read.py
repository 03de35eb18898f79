"""People's judgements on findings and rings, by their keys."""

from collections.abc import Iterable

import neo4j

from casework.actors import BUREAU, Viewer
from casework.commands.judgement import MarkKind
from casework.judgements.state import MarkState, fold_mark
from graph.events.load import load


async def marks(
    driver: neo4j.AsyncDriver, viewer: Viewer, kind: MarkKind, keys: Iterable[str]
) -> dict[str, MarkState]:
    """Return the judgements of findings or rings by key; untouched ones with version 0."""
    wanted = list(dict.fromkeys(keys))
    if not wanted or not viewer.actor.holds(*BUREAU):
        return {}
    chains = await load(driver, *(f"{kind.value}:{key}" for key in wanted))
    return {key: fold_mark(f"{kind.value}:{key}", chains[f"{kind.value}:{key}"]) for key in wanted}

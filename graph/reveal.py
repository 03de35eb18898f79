"""Unmasked personal data of one entity, for a stated purpose; the reveal itself is an event."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import Viewer
from casework.commands.access import RevealPersonalData
from graph.commands import execute
from graph.explore.card import entity_card
from graph.schema import NODES

#: Fields that are masked by default, by kind of node.
PERSONAL: Final[Mapping[str, tuple[str, ...]]] = {
    kind.label: tuple(prop.name for prop in kind.properties if prop.mask) for kind in NODES
}


async def reveal(
    driver: neo4j.AsyncDriver, viewer: Viewer, node_id: str, at: datetime
) -> dict[str, str]:
    """The personal fields of a node. The event is written first: no data without a record.

    Refusals: ROLE_REQUIRED, NOT_FOUND, FIELD_REQUIRED (without a purpose).
    """
    kind = node_id.partition(":")[0]
    await entity_card(driver, Viewer(viewer.actor), node_id)
    fields = PERSONAL.get(kind, ())
    command = RevealPersonalData(subject=node_id, fields=fields, purpose=viewer.purpose or "")
    await execute(driver, command, viewer.actor, at)
    card = await entity_card(driver, viewer, node_id)
    values = {name: card.node.props.get(name) for name in fields}
    return {name: str(value) for name, value in values.items() if value}

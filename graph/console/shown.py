"""Values of a console query as JSON, personal properties masked wherever they appear."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import neo4j.graph
import neo4j.time

from casework.actors import Viewer
from casework.masking import mask_address, mask_tel
from graph.explore.present import MASKS, RULES, present
from graph.schema import KINDS, link_types

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
MAP_TYPES = frozenset(link_types())


def shown(values: Sequence[Any], masked: Mapping[int, str], viewer: Viewer) -> tuple[Json, ...]:
    """A row; `masked` names the columns that show a personal property by itself."""
    cells = []
    for column, value in enumerate(values):
        name = masked.get(column)
        cells.append(_personal(name, value) if name else _json(value, viewer))
    return tuple(cells)


def _json(value: Any, viewer: Viewer) -> Json:
    if isinstance(value, neo4j.graph.Node):
        return _node(value, viewer)
    if isinstance(value, neo4j.graph.Relationship):
        return _link(value)
    if isinstance(value, neo4j.graph.Path):
        nodes: list[Json] = [_node(node, viewer) for node in value.nodes]
        return {"nodes": nodes, "links": [_link(link) for link in value.relationships]}
    if isinstance(value, Mapping):
        return {
            str(key): _personal(str(key), item) if key in MASKS else _json(item, viewer)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [_json(item, viewer) for item in value]
    return _plain(value)


def _node(node: neo4j.graph.Node, viewer: Viewer) -> Json:
    if not any(label in KINDS for label in node.labels):
        # Not of the map: that it is there may be seen, what it holds may not.
        return {"kind": "其他"}
    seen = present(node, viewer)
    return {"id": seen.id, "kind": seen.kind, **dict(seen.props)}


def _link(link: neo4j.graph.Relationship) -> Json:
    if link.type not in MAP_TYPES:
        return {"type": link.type}
    return {"type": link.type, **{name: _plain(value) for name, value in link.items()}}


def _personal(name: str, value: Any) -> Json:
    """The value masked as the strictest kind that has a property of this name would be."""
    text = _plain(value)
    if not isinstance(text, str):
        return None if text is None else "****"
    if name == "value":
        digits = sum(character.isdigit() for character in text)
        return mask_tel(text) if digits * 2 > len(text) else mask_address(text)
    return RULES[next(iter(MASKS[name].values()))](text)


def _plain(value: Any) -> Json:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    iso = getattr(value, "iso_format", None)
    return str(iso()) if iso else str(value)

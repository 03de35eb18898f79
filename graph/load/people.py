"""What people made (accounts, streams, rings, investigations …), carried into a fresh store.

The offline import erases everything, so these nodes and relationships travel through the importer
as well: when the new store takes the old one's place, they are in it.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, LiteralString

import neo4j
import neo4j.graph
import neo4j.time

from graph.load.errors import OfflineImpossible
from graph.load.tables import SEPARATOR, End, ImportFile
from graph.schema import KINDS

GROUP: Final = "People"
NODES: Final[LiteralString] = """
MATCH (n:!(Patient|Doctor|Institution|Settlement|Phone|Address|Employer|Bed|Terminal))
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS props ORDER BY id
"""
# Relationships among people's nodes, and between them and the map, in their own direction.
LINKS: Final[LiteralString] = """
MATCH (n:!(Patient|Doctor|Institution|Settlement|Phone|Address|Employer|Bed|Terminal))-[r]-()
WITH DISTINCT r
RETURN elementId(r) AS id, startNode(r) AS a, endNode(r) AS b, type(r) AS type,
       properties(r) AS props ORDER BY id
"""
# Relationships that people drew between two nodes of the map (a judgement "same person").
DRAWN: Final[LiteralString] = """
MATCH (a)-[r:!(HAS_SETTLEMENT|AT|TREATED_BY|IN_BED|SWIPED_ON|HAS_PHONE|LIVES_AT|EMPLOYED_BY
              |WORKS_AT|VISITED|SEEN_BY)]->(b)
WHERE (a:Patient OR a:Doctor OR a:Institution OR a:Settlement)
  AND (b:Patient OR b:Doctor OR b:Institution OR b:Settlement)
RETURN elementId(r) AS id, a, b, type(r) AS type, properties(r) AS props ORDER BY id
"""
Props = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PeopleNode:
    """A node that no claim made."""

    id: str
    labels: tuple[str, ...]
    props: Props


@dataclass(frozen=True, slots=True)
class PeopleLink:
    """A relationship that no claim made."""

    start: End
    end: End
    type: str
    props: Props


@dataclass(frozen=True, slots=True)
class People:
    """Everything that has to survive a fresh store."""

    nodes: tuple[PeopleNode, ...]
    links: tuple[PeopleLink, ...]

    @property
    def map_keys(self) -> set[tuple[str, str]]:
        """(label, key) of the map's nodes that these relationships touch."""
        return {end for link in self.links for end in (link.start, link.end) if end[0] != GROUP}


async def read_people(driver: neo4j.AsyncDriver) -> People:
    """Read all of it from the running store."""
    async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        nodes = [
            PeopleNode(row["id"], tuple(sorted(row["labels"])), row["props"])
            async for row in await session.run(NODES)
        ]
        links = [_link(row) async for row in await session.run(LINKS)]
        links += [_link(row) async for row in await session.run(DRAWN)]
    return People(tuple(nodes), tuple(links))


def write_people(people: People, ids: Mapping[End, int], folder: Path) -> list[ImportFile]:
    """Write the importer's files; `ids` numbers every node that appears in them.

    Raises `OfflineImpossible` for values that CSV cannot carry.
    """
    nodes: dict[tuple[Any, ...], list[list[str]]] = defaultdict(list)
    for node in people.nodes:
        props = _carried(node)
        nodes[(":".join(node.labels), _signature(props))].append(
            [str(ids[GROUP, node.id]), *_cells(props)]
        )
    links: dict[tuple[Any, ...], list[list[str]]] = defaultdict(list)
    for link in people.links:
        ends = [str(ids[link.start]), str(ids[link.end])]
        links[link.type, _signature(link.props)].append([*ends, *_cells(link.props)])
    found: list[ImportFile] = []
    for labels, signature in nodes:
        rows = nodes[labels, signature]
        header = [":ID", *signature]
        found.append(_file(folder, "nodes", labels, header, rows, len(found)))
    for (name, signature), rows in links.items():
        header = [":START_ID", ":END_ID", *signature]
        found.append(_file(folder, "relationships", name, header, rows, len(found)))
    return found


def _carried(node: PeopleNode) -> Props:
    """The properties as files can hold them.

    The importer drops empty lists, so they travel by name, and migration records ask for their
    constraints and indexes, which no import brings; `graph.migrate` sees to both.
    """
    empty = sorted(name for name, value in node.props.items() if value == [])
    props = {name: value for name, value in node.props.items() if value != []}
    if empty:
        props["empty_lists"] = empty
    return {**props, "rebuild": True} if "Migration" in node.labels else props


def _link(row: neo4j.Record) -> PeopleLink:
    return PeopleLink(_end(row["a"]), _end(row["b"]), row["type"], row["props"])


def _end(node: neo4j.graph.Node) -> End:
    label = next((label for label in KINDS if label in node.labels), None)
    return (label, node[KINDS[label].key]) if label else (GROUP, node.element_id)


def _file(
    folder: Path, option: str, name: str, header: list[str], rows: list[list[str]], number: int
) -> ImportFile:
    stem = f"people-{number:03d}"
    file = ImportFile(
        option, name, folder / f"{stem}.header.csv", folder / f"{stem}.csv", multiline=True
    )
    file.header.write_text(",".join(header) + "\n", encoding="utf-8")
    file.data.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    return file


def _signature(props: Props) -> tuple[str, ...]:
    return tuple(f"{name}:{_type(props[name])}" for name in sorted(props))


def _cells(props: Props) -> list[str]:
    return [_quote(_text(props[name])) for name in sorted(props)]


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _type(value: Any) -> str:
    if isinstance(value, list):
        kinds = {_type(item) for item in value}
        if len(kinds) == 1 and not any(SEPARATOR in _text(item) or item == "" for item in value):
            return kinds.pop() + "[]"
        raise _unfit(value)
    for type_, name in (
        (bool, "boolean"),
        (int, "long"),
        (float, "double"),
        (str, "string"),
        (neo4j.time.Date, "date"),
        (neo4j.time.Duration, "duration"),
    ):
        if isinstance(value, type_):
            return name
    if isinstance(value, neo4j.time.DateTime):
        return "datetime" if value.tzinfo else "localdatetime"
    raise _unfit(value)


def _text(value: Any) -> str:
    if isinstance(value, list):
        return SEPARATOR.join(_text(item) for item in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, neo4j.time.DateTime):
        zone = getattr(value.tzinfo, "key", None) or getattr(value.tzinfo, "zone", None)
        return value.iso_format() + (f"[{zone}]" if zone and zone != "UTC" else "")
    if isinstance(value, (neo4j.time.Date, neo4j.time.Duration)):
        return value.iso_format()
    return repr(value) if isinstance(value, float) else str(value)


def _unfit(value: Any) -> OfflineImpossible:
    name = type(value).__name__
    return OfflineImpossible(
        f"库中有离线导入无法携带的值（{name}）", f"the store has a value it cannot carry ({name})"
    )

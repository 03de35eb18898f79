"""The staging tables as files of Neo4j's offline importer.

Nodes are named by their number (`nid`), which the importer takes for the place in the store
(`--id-type=actual`): it need not look up any key, which saves more than a quarter of its work.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeAlias

import duckdb

from graph.schema import KINDS, NODES, PAIRS, NodeKind, OwnedLink, PairKind, Property

# Between the items of a list: a character that no text of the field contains.
SEPARATOR: Final = "\x1f"
End: TypeAlias = tuple[str, str]
"""An end of a relationship: (kind of the map, key), or (people's group, the store's id)."""


@dataclass(frozen=True, slots=True)
class ImportFile:
    """One data file: what it holds (`--nodes` or `--relationships`), its labels or type, its rows."""

    option: str
    name: str
    header: Path
    data: Path
    multiline: bool = False
    rows: int = 0

    @property
    def argument(self) -> str:
        """The importer's argument."""
        return f"--{self.option}={self.name}={self.header},{self.data}"


def write_tables(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[ImportFile]:
    """Write all staging tables; returns the importer's files. Empty ones are left out."""
    found = [file for kind in NODES for file in _node_files(connection, folder, kind)]
    for kind in NODES:
        for link in kind.links:
            found += _link_file(connection, folder, kind, link)
    for pair in PAIRS:
        found += _pair_file(connection, folder, pair)
    return found


def _node_files(
    connection: duckdb.DuckDBPyConnection, folder: Path, kind: NodeKind
) -> list[ImportFile]:
    header = ",".join([":ID", *(f"{prop.name}:{prop.type}" for prop in kind.stored)])
    cells = ", ".join(["nid", *(_cell(prop) for prop in kind.stored)])
    if kind.label != "Institution":
        query = f"SELECT {cells} FROM {kind.table}"
        return _copy(connection, folder, "nodes", kind.label, header, query)
    found = []
    for labels, condition in (
        ("Institution:Hospital", "fixmedins_type = '1'"),
        ("Institution:Pharmacy", "fixmedins_type = '2'"),
        ("Institution", "coalesce(fixmedins_type, '') NOT IN ('1', '2')"),
    ):
        query = f"SELECT {cells} FROM {kind.table} WHERE {condition}"
        found += _copy(connection, folder, "nodes", labels, header, query)
    return found


def _link_file(
    connection: duckdb.DuckDBPyConnection, folder: Path, kind: NodeKind, link: OwnedLink
) -> list[ImportFile]:
    other = KINDS[link.target]
    ends = "o.nid, t.nid" if link.incoming else "t.nid, o.nid"
    query = (
        f"SELECT {ends} FROM {kind.table} t JOIN {other.table} o ON o.{other.key} = t.{link.column}"
    )
    return _copy(connection, folder, "relationships", link.type, ":START_ID,:END_ID", query)


def _pair_file(
    connection: duckdb.DuckDBPyConnection, folder: Path, pair: PairKind
) -> list[ImportFile]:
    properties = ",".join(f"{prop.name}:{prop.type}" for prop in pair.stored)
    header = f":START_ID,:END_ID,{properties}"
    cells = ", ".join(_cell(prop, "t.") for prop in pair.stored)
    a, b = KINDS[pair.source], KINDS[pair.target]
    query = (
        f"SELECT a.nid, b.nid, {cells} FROM {pair.table} t "
        f"JOIN {a.table} a ON a.{a.key} = t.{pair.source_column} "
        f"JOIN {b.table} b ON b.{b.key} = t.{pair.target_column}"
    )
    return _copy(connection, folder, "relationships", pair.type, header, query)


def _cell(prop: Property, of: str = "") -> str:
    if prop.type == "localdatetime":
        # Cast to text first, so that a column without any value is text as well.
        return f"strftime({of}{prop.name}::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%f') AS {prop.name}"
    if prop.type == "long[]":
        return f"array_to_string({of}{prop.name}, '{SEPARATOR}') AS {prop.name}"
    return of + prop.name


def _copy(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    option: str,
    name: str,
    header: str,
    query: str,
) -> list[ImportFile]:
    stem = f"{option}-{name.replace(':', '-')}"
    file = ImportFile(option, name, folder / f"{stem}.header.csv", folder / f"{stem}.csv")
    file.header.write_text(header + "\n", encoding="utf-8")
    target = str(file.data).replace("'", "''")
    done = connection.execute(
        f"COPY ({query}) TO '{target}' (FORMAT csv, HEADER false, NULLSTR '')"
    ).fetchone()
    return [replace(file, rows=done[0])] if done and done[0] else []


def bare_nodes(ids: dict[End, int], folder: Path) -> list[ImportFile]:
    """Files for nodes that claims no longer know but people's work still points to, by number."""
    found = []
    for kind in NODES:
        mine = sorted((number, key) for (label, key), number in ids.items() if label == kind.label)
        if not mine:
            continue
        stem = f"nodes-bare-{kind.label}"
        file = ImportFile(
            "nodes", kind.label, folder / f"{stem}.header.csv", folder / f"{stem}.csv"
        )
        file.header.write_text(f":ID,{kind.key}:string,withdrawn:boolean\n", encoding="utf-8")
        lines = [f"{number}," + '"' + key.replace('"', '""') + '",true\n' for number, key in mine]
        file.data.write_text("".join(lines), encoding="utf-8")
        found.append(file)
    return found


def known(connection: duckdb.DuckDBPyConnection, label: str, keys: list[str]) -> dict[End, int]:
    """Those of these keys that the staging table of a kind has, with their numbers."""
    kind = KINDS[label]
    rows = connection.execute(
        f"SELECT {kind.key}, nid FROM {kind.table} WHERE {kind.key} IN (SELECT unnest(?))", [keys]
    ).fetchall()
    return {(label, key): number for key, number in rows}

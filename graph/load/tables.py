"""The staging tables as files of Neo4j's offline importer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from graph.schema import KINDS, NODES, PAIRS, NodeKind, OwnedLink, PairKind, Property

# Between the items of a list: a character that no text of the field contains.
SEPARATOR: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class ImportFile:
    """One data file: what it holds (`--nodes` or `--relationships`), its labels or type."""

    option: str
    name: str
    header: Path
    data: Path
    multiline: bool = False

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
    header = ",".join(
        [f"{kind.key}:ID({kind.label})", *(f"{p.name}:{p.type}" for p in kind.stored[1:])]
    )
    cells = ", ".join(_cell(prop) for prop in kind.stored)
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
    own, other = (kind.label, kind.key), (link.target, link.column)
    start, end = (other, own) if link.incoming else (own, other)
    header = f":START_ID({start[0]}),:END_ID({end[0]})"
    query = f"SELECT {start[1]}, {end[1]} FROM {kind.table} WHERE {link.column} IS NOT NULL"
    return _copy(connection, folder, "relationships", link.type, header, query)


def _pair_file(
    connection: duckdb.DuckDBPyConnection, folder: Path, pair: PairKind
) -> list[ImportFile]:
    properties = ",".join(f"{prop.name}:{prop.type}" for prop in pair.stored)
    header = f":START_ID({pair.source}),:END_ID({pair.target}),{properties}"
    cells = ", ".join(_cell(prop) for prop in pair.stored)
    query = f"SELECT {pair.source_column}, {pair.target_column}, {cells} FROM {pair.table}"
    return _copy(connection, folder, "relationships", pair.type, header, query)


def _cell(prop: Property) -> str:
    if prop.type == "localdatetime":
        # Cast to text first, so that a column without any value is text as well.
        return f"strftime({prop.name}::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%f') AS {prop.name}"
    if prop.type == "long[]":
        return f"array_to_string({prop.name}, '{SEPARATOR}') AS {prop.name}"
    return prop.name


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
        f"COPY ({query}) TO '{target}' (FORMAT csv, HEADER false, FORCE_QUOTE *, NULLSTR '')"
    ).fetchone()
    return [file] if done and done[0] else []


def bare_nodes(keys: set[tuple[str, str]], folder: Path) -> list[ImportFile]:
    """Files for nodes that claims no longer know but people's work still points to."""
    found = []
    for kind in NODES:
        mine = sorted(key for label, key in keys if label == kind.label)
        if not mine:
            continue
        stem = f"nodes-bare-{kind.label}"
        file = ImportFile(
            "nodes", kind.label, folder / f"{stem}.header.csv", folder / f"{stem}.csv"
        )
        file.header.write_text(f"{kind.key}:ID({kind.label}),withdrawn:boolean\n", encoding="utf-8")
        lines = ['"' + key.replace('"', '""') + '",true\n' for key in mine]
        file.data.write_text("".join(lines), encoding="utf-8")
        found.append(file)
    return found


def known(connection: duckdb.DuckDBPyConnection, label: str, keys: list[str]) -> set[str]:
    """Which of these keys the staging table of a kind has."""
    kind = KINDS[label]
    rows = connection.execute(
        f"SELECT {kind.key} FROM {kind.table} WHERE {kind.key} IN (SELECT unnest(?))", [keys]
    ).fetchall()
    return {row[0] for row in rows}

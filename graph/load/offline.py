"""The offline way: a fresh store from files, put in the place of the old one by one rename."""

import asyncio
import re
import shutil
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Final, Protocol

import duckdb
import neo4j

from graph.load.people import GROUP, People, read_people, write_people
from graph.load.report import Progress
from graph.load.staging import numbered
from graph.load.tables import SEPARATOR, End, ImportFile, bare_nodes, known, write_tables
from graph.schema import NODES

MEMORY: Final = "2G"
# Nodes, relationships, linking, post processing.
STAGES: Final = 4
STAGE: Final = re.compile(r"\((\d)/\d\)")
PERCENT: Final = re.compile(r"(\d+)% ∆")


class StoreAdmin(Protocol):
    """What the offline way needs of the embedded server (`stack.neo4j_admin`)."""

    @property
    def embedded(self) -> bool:
        """Whether the server is ours to stop."""
        ...

    def stop(self) -> None:
        """Stop the server in order."""
        ...

    def start(self) -> None:
        """Start it again at the same address."""
        ...

    def fresh_home(self) -> Path:
        """A new Neo4j home without a store, on the same file system."""
        ...

    def run(
        self, args: Sequence[str], home: Path, heard: Callable[[str], None] | None = None
    ) -> object:
        """Run Neo4j's administration tool on a home; `heard` gets each line as it is printed."""
        ...

    def swap_in(self, fresh: Path) -> None:
        """Put the store of `fresh` in the old one's place: whole or not at all."""
        ...


async def write_offline(
    driver: neo4j.AsyncDriver,
    connection: duckdb.DuckDBPyConnection,
    admin: StoreAdmin,
    progress: Progress,
) -> None:
    """Build a fresh store from the staging tables and swap it in.

    A kill at any point leaves the old store or the new one, whole. The server runs again when this
    returns or raises; constraints and indexes are still to be built (`graph.migrate`).
    """
    fresh = await asyncio.to_thread(admin.fresh_home)
    folder = fresh / "import"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        progress("export", 0, None)
        tables = write_tables(connection, folder)
        people = await read_people(driver)
        carried = _carry(connection, people, folder)
        # Whatever was decided while the files were written must not be lost.
        again = await read_people(driver)
        if again != people:
            carried = _carry(connection, again, folder)
        await asyncio.to_thread(_import, admin, fresh, [*tables, *carried], progress)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _carry(connection: duckdb.DuckDBPyConnection, people: People, folder: Path) -> list[ImportFile]:
    ids: dict[End, int] = {}
    for kind in NODES:
        keys = [key for label, key in people.map_keys if label == kind.label]
        ids |= known(connection, kind.label, keys)
    free = count(numbered(connection))
    bare = {end: next(free) for end in sorted(people.map_keys - ids.keys())}
    ids |= bare | {(GROUP, node.id): next(free) for node in people.nodes}
    return [*bare_nodes(bare, folder), *write_people(people, ids, folder)]


def _import(
    admin: StoreAdmin, fresh: Path, files: Sequence[ImportFile], progress: Progress
) -> None:
    progress("stop", 0, None)
    admin.stop()
    try:
        total = sum(file.rows for file in files)
        progress("import", 0, total)
        admin.run(import_arguments(files), fresh, _teller(progress, total))
        progress("swap", 0, None)
        admin.swap_in(fresh)
    finally:
        progress("start", 0, None)
        admin.start()


def _teller(progress: Progress, total: int) -> Callable[[str], None]:
    """From the importer's own words, "(2/4) …" and "… 35% …", to rows done of all rows."""
    stage = 0

    def heard(line: str) -> None:
        nonlocal stage
        if found := STAGE.match(line):
            stage = int(found[1]) - 1
        elif found := PERCENT.search(line):
            progress("import", int(total * (stage + int(found[1]) / 100) / STAGES), total)

    return heard


def import_arguments(files: Sequence[ImportFile]) -> list[str]:
    """The words of `neo4j-admin database import full`; one bad entry fails it."""
    multiline = ",".join(str(file.data) for file in files if file.multiline)
    lines = ["--multiline-fields-format=v2", f"--multiline-fields={multiline}"] if multiline else []
    return [
        "database",
        "import",
        "full",
        "neo4j",
        "--id-type=actual",
        *(file.argument for file in files),
        f"--array-delimiter=U+{ord(SEPARATOR):04X}",
        "--bad-tolerance=0",
        f"--max-off-heap-memory={MEMORY}",
        *lines,
    ]

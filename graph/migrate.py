"""Numbered, checksummed migrations: applied once, in order, and never changed afterwards."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import neo4j

FOLDER: Final = Path(__file__).parent / "migrations"
NAME: Final = re.compile(r"\d{4}_[a-z0-9_]+\.cypher")


class MigrationChanged(Exception):
    """An applied migration's file is no longer what was applied."""

    code = "MIGRATION_CHANGED"

    def __init__(self, migration: str) -> None:
        self.message_zh = f"迁移 {migration} 应用之后内容被改动。请恢复原文件，把改动写成新的迁移。"
        self.message_en = (
            f"Migration {migration} changed after it was applied. "
            "Restore the file and put the change into a new migration."
        )
        super().__init__(self.message_zh)


class MigrationMisnamed(Exception):
    """A file in the folder is not named NNNN_name.cypher, or a number occurs twice."""

    code = "MIGRATION_MISNAMED"

    def __init__(self, name: str) -> None:
        self.message_zh = f"迁移文件名 {name} 不合规：应为 NNNN_name.cypher，编号不得重复。"
        self.message_en = f"{name} must be called NNNN_name.cypher, with a number of its own."
        super().__init__(self.message_zh)


@dataclass(frozen=True, slots=True)
class Migration:
    """One file: its name without suffix, checksum and statements."""

    id: str
    sha256: str
    statements: tuple[str, ...]


READ_APPLIED: Final = """
MATCH (m:Migration) RETURN m.id AS id, m.sha256 AS sha256, m.rebuild AS rebuild
"""
RECORD: Final = """
MERGE (m:Migration {id: $id}) SET m.sha256 = $sha256 REMOVE m.rebuild
"""
# The offline import cannot carry empty lists and leaves their names (`graph.load.people`).
REPAIR: Final = """
MATCH (n:!(Patient|Doctor|Institution|Settlement|Phone|Address|Employer|Bed|Terminal))
WHERE n.empty_lists IS NOT NULL
FOREACH (name IN n.empty_lists | SET n[name] = [])
REMOVE n.empty_lists
"""
AWAIT_INDEXES: Final = "CALL db.awaitIndexes(600)"


def read_migrations(folder: Path = FOLDER) -> list[Migration]:
    """All migrations by number. Raises `MigrationMisnamed`."""
    found: dict[str, Migration] = {}
    for path in sorted(folder.glob("*.cypher")):
        number = path.name[:4]
        if not NAME.fullmatch(path.name) or number in found:
            raise MigrationMisnamed(path.name)
        data = path.read_bytes()
        found[number] = Migration(path.stem, sha256(data).hexdigest(), _statements(data.decode()))
    return list(found.values())


async def migrate(driver: neo4j.AsyncDriver, folder: Path = FOLDER) -> list[str]:
    """Apply what is missing and return its ids; a second call does nothing.

    After an offline import the records are marked `rebuild`: the fresh store lacks constraints and
    indexes, so these migrations run again. Raises `MigrationChanged` before anything is applied.
    """
    migrations = read_migrations(folder)
    async with driver.session() as session:
        result = await session.run(READ_APPLIED)
        applied = {row["id"]: row async for row in result}
        for migration in migrations:
            row = applied.get(migration.id)
            if row is not None and row["sha256"] != migration.sha256:
                raise MigrationChanged(migration.id)
        due = [m for m in migrations if m.id not in applied or applied[m.id]["rebuild"]]
        if any(row["rebuild"] for row in applied.values()):
            await (await session.run(REPAIR)).consume()
        for migration in due:
            for statement in migration.statements:
                # Statements come from the files of this package, never from input.
                result = await session.run(statement)  # pyright: ignore[reportArgumentType]
                await result.consume()
            await (await session.run(RECORD, id=migration.id, sha256=migration.sha256)).consume()
        if due:
            await (await session.run(AWAIT_INDEXES)).consume()
    return [migration.id for migration in due]


def _statements(text: str) -> tuple[str, ...]:
    """Split at semicolons that end a line; comment lines fall away."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("//")]
    parts = re.split(r";[ \t]*(?:\n|$)", "\n".join(lines))
    return tuple(part.strip() for part in parts if part.strip())

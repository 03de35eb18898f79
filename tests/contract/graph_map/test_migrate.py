"""Migrations: applied once, in order, and never changed afterwards."""

from pathlib import Path

import neo4j
import pytest

from graph.migrate import MigrationChanged, MigrationMisnamed, migrate, read_migrations


async def test_applied_twice_is_a_no_op(driver: neo4j.AsyncDriver) -> None:
    await migrate(driver)
    assert await migrate(driver) == []
    rows = (await driver.execute_query("MATCH (m:Migration) RETURN m.id AS id")).records
    assert {row["id"] for row in rows} >= {m.id for m in read_migrations()}


async def test_every_constraint_and_index_is_online(driver: neo4j.AsyncDriver) -> None:
    await migrate(driver)
    rows = (await driver.execute_query("SHOW INDEXES YIELD name, state, type")).records
    states = {row["name"]: (row["state"], row["type"]) for row in rows}
    assert states["map_names"] == ("ONLINE", "FULLTEXT")
    assert states["patient_certno"] == ("ONLINE", "TEXT")
    assert states["patient_key"] == ("ONLINE", "RANGE")


async def test_a_changed_migration_is_refused_before_anything_runs(
    driver: neo4j.AsyncDriver, tmp_path: Path
) -> None:
    first = tmp_path / "9001_probe.cypher"
    first.write_text("// why\nCREATE (:Probe {n: 1});\nCREATE (:Probe {n: 2});\n")
    assert await migrate(driver, tmp_path) == ["9001_probe"]
    first.write_text("CREATE (:Probe {n: 3});\n")
    (tmp_path / "9002_more.cypher").write_text("CREATE (:Probe {n: 4});\n")
    try:
        with pytest.raises(MigrationChanged, match="9001_probe") as caught:
            await migrate(driver, tmp_path)
        assert caught.value.code == "MIGRATION_CHANGED"
        rows = (await driver.execute_query("MATCH (p:Probe) RETURN p.n AS n ORDER BY n")).records
        assert [row["n"] for row in rows] == [1, 2]
    finally:
        await driver.execute_query("MATCH (p:Probe) DELETE p")
        await driver.execute_query("MATCH (m:Migration) WHERE m.id STARTS WITH '900' DELETE m")


@pytest.mark.parametrize("names", [["1_x.cypher"], ["0001_a.cypher", "0001_b.cypher"]])
def test_a_misnamed_file_is_refused(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).write_text("RETURN 1;")
    with pytest.raises(MigrationMisnamed):
        read_migrations(tmp_path)

"""Offline import into a fresh store, exchanged with the running one."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stack.clients import neo4j_driver
from stack.errors import AdminToolFailed, UnderMaintenance
from stack.ground import current_endpoints, embedded, servers
from stack.neo4j_admin import Neo4jAdmin
from stack.settings import Settings, load_settings


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    monkeypatch.setenv("JICHA_HOME", str(tmp_path / "home"))
    settings = load_settings()
    with servers(settings, ["neo4j"], print):
        yield settings


async def names(settings: Settings) -> list[str]:
    async with neo4j_driver(current_endpoints(settings)) as driver:
        records, _, _ = await driver.execute_query("MATCH (n:Place) RETURN n.name AS name")
    return sorted(record["name"] for record in records)


OTHER_PROCESS = (
    "from stack.ground import embedded; from stack.settings import load_settings;"
    "embedded(load_settings())['neo4j'].start(print)"
)


def import_places(admin: Neo4jAdmin, rows: Path) -> Path:
    fresh = admin.fresh_home()
    admin.run(["database", "import", "full", "neo4j", f"--nodes={rows}"], fresh)
    return fresh


def start_elsewhere() -> str:
    command = [sys.executable, "-c", OTHER_PROCESS]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


async def test_a_fresh_store_replaces_the_old_one_whole(own_home: Settings, tmp_path: Path) -> None:
    async with neo4j_driver(current_endpoints(own_home)) as driver:
        await driver.execute_query("CREATE (:Place {name: 'old'})")
    rows = tmp_path / "places.csv"
    rows.write_text("name,:LABEL\n云溪,Place\nnew,Place\n", encoding="utf-8")
    admin = Neo4jAdmin(own_home, print)
    with admin.offline():
        assert embedded(own_home)["neo4j"].running() is None
        with pytest.raises(AdminToolFailed):
            import_places(admin, tmp_path / "missing.csv")
        import_places(admin, rows)
    assert await names(own_home) == ["old"]
    with admin.offline():
        assert UnderMaintenance.__name__ in start_elsewhere()
        admin.swap_in(import_places(admin, rows))
    assert await names(own_home) == ["new", "云溪"]

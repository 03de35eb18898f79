"""Loading the map: get and stage, compare, then write online or offline."""

from datetime import datetime
from typing import Literal

import duckdb
import neo4j
from filelock import FileLock, Timeout

from claims.store import ClaimStore
from graph.lines.settled import record_settled
from graph.load.difference import Change, compare, name_of, staged
from graph.load.errors import LoadBusy, OfflineImpossible
from graph.load.ledger import Ledger, begin_writing, keep, trusted
from graph.load.offline import StoreAdmin, write_offline
from graph.load.online import write_online
from graph.load.parts import Covered, changed, covered
from graph.load.report import LoadReport, Mode, Progress, Watch
from graph.load.scope import narrow
from graph.load.staging import prepare, stage
from graph.load.state import has_case, map_counts, map_salt, record_load
from graph.migrate import migrate
from graph.sameness.drawn import draw_judged
from graph.schema import ALL

Way = Literal["auto", "online", "offline"]


async def load(
    driver: neo4j.AsyncDriver,
    store: ClaimStore,
    *,
    at: datetime,
    progress: Progress,
    way: Way = "auto",
    admin: StoreAdmin | None = None,
) -> LoadReport:
    """Bring the map to the state of the claim store; running it again changes nothing.

    `auto` goes offline while no case exists and the server is embedded (`admin`), else online; an
    increment to a complete load (a batch or month that came or went) always goes online, and only
    what it touches is staged. Raises `LoadBusy`, `OfflineImpossible`, `MigrationChanged`; what `progress` raises cancels and
    leaves whole batches behind, which the next load completes.
    """
    lock = store.home / "run" / "graph-load.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(lock, timeout=0):
            return await _load(driver, store, at, progress, way, admin)
    except Timeout as error:
        raise LoadBusy from error


async def _load(
    driver: neo4j.AsyncDriver,
    store: ClaimStore,
    at: datetime,
    progress: Progress,
    way: Way,
    admin: StoreAdmin | None,
) -> LoadReport:
    watch = Watch(progress)
    await migrate(driver)
    with store.connect() as connection:
        watch("stage", 0, None)
        ledger, files = await trusted(driver, store.home), covered(store)
        prepare(connection, await map_salt(driver))
        scoped = way != "offline" and _scoped(connection, store, ledger, files)
        stage(connection, scoped=scoped)
        change = await compare(driver, connection, watch, ledger, scoped=scoped)
        mode: Mode = "unchanged"
        if change.rows or way == "offline":
            await begin_writing(driver)
            chosen = "online" if scoped else way
            mode = await _write(driver, connection, change.rows, watch, chosen, admin)
            await draw_judged(driver)
        if ledger is None or mode != "unchanged" or ledger.covered != files:
            watch("ledger", 0, None)
            await keep(driver, connection, store.home, files, ledger if scoped else None)
        settlements = staged(connection) if mode == "offline" else change.settlements
    await record_settled(driver, store, at)
    counts = await map_counts(driver)
    report = _report(at, mode, counts, change, settlements, watch)
    await record_load(driver, report, at)
    return report


def _scoped(
    connection: duckdb.DuckDBPyConnection, store: ClaimStore, ledger: Ledger | None, files: Covered
) -> bool:
    """Whether only a part is to be staged; then its sources stand ready."""
    if ledger is None:
        return False
    what = changed(store, ledger.covered, files)
    return what is not None and narrow(connection, ledger, what)


def _report(
    at: datetime,
    mode: Mode,
    counts: tuple[dict[str, int], dict[str, int]],
    change: Change,
    settlements: int,
    watch: Watch,
) -> LoadReport:
    seconds, phases = watch.end()
    # What the load prepared or compared is not writing.
    writing = phases.get("import", 0.0) or sum(phases.get(name_of(kind), 0.0) for kind in ALL)
    return LoadReport(
        mode,
        at.strftime("%Y%m%dT%H%M%S%f"),
        at,
        *counts,
        change.written,
        change.removed,
        settlements,
        round(seconds, 3),
        round(settlements / seconds, 1),
        round(settlements / writing, 1) if writing else 0.0,
        phases,
    )


async def _write(
    driver: neo4j.AsyncDriver,
    connection: duckdb.DuckDBPyConnection,
    total: int,
    progress: Progress,
    way: Way,
    admin: StoreAdmin | None,
) -> Mode:
    if way != "online":
        refusal = await _why_not_offline(driver, admin)
        if refusal is None and admin is not None:
            try:
                await write_offline(driver, connection, admin, progress)
            except OfflineImpossible:
                if way == "offline":
                    raise
            else:
                progress("schema", 0, None)
                await migrate(driver)
                return "offline"
        elif refusal is not None and way == "offline":
            raise refusal
    await write_online(driver, connection, total, progress)
    return "online"


async def _why_not_offline(
    driver: neo4j.AsyncDriver, admin: StoreAdmin | None
) -> OfflineImpossible | None:
    if admin is None or not admin.embedded:
        return OfflineImpossible(
            "Neo4j 不由本机管理，无法停机导入", "this Neo4j is not ours to stop"
        )
    if await has_case(driver):
        return OfflineImpossible(
            "已有案件，图库不得整体替换", "cases exist, so the store is never replaced"
        )
    return None

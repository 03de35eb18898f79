"""`jicha backup DIR` and `jicha restore DIR`: all stores at one point, verified by the chains."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer
from filelock import FileLock, Timeout

from claims.intake.commit import sole_writer
from cli.context import needs, settings, with_driver
from cli.output import JsonOption, Output
from cli.phases import BACKUP, in_words
from graph.events.verify import Verification, heads, verify_all
from stack.backup import refuse_folder, write_backup
from stack.endpoints import Endpoints
from stack.errors import BackupDamaged, UnderMaintenance
from stack.neo4j_server import Neo4jServer
from stack.restore import restore_backup
from stack.standstill import all_embedded, standstill

Folder = Annotated[Path, typer.Argument(help="备份目录 / folder of the backup")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("backup")(backup)
    app.command("restore")(restore)


def backup(folder: Folder, json: JsonOption = False) -> None:
    """停写，把全部数据备份到空目录 / back up all stores at one point into an empty folder."""
    out = Output(json)
    # Before the servers are stopped for it.
    refuse_folder(settings().home, folder.absolute())
    with standstill(settings(), "backup", out.say) as services, _no_writers():
        with needs("neo4j", out=out) as endpoints:
            ends = chain_heads(endpoints)
        for name in ("neo4j", "s3"):
            services[name].stop(out.say)
        manifest = write_backup(
            settings(),
            _graph_server(),
            folder.absolute(),
            heads=ends,
            at=datetime.now(UTC),
            progress=in_words(out.progress, BACKUP),
        )
    out.result(_facts(folder, manifest))


def restore(folder: Folder, json: JsonOption = False) -> None:
    """恢复到空的数据目录，并核验事件链 / restore into an empty home and verify the chains."""
    out = Output(json)
    all_embedded(settings())
    progress = in_words(out.progress, BACKUP)
    manifest = restore_backup(settings(), _graph_server(), folder.absolute(), progress)
    out.close()
    with needs("neo4j", out=out) as endpoints:
        found = chain_heads(endpoints)
        checked = with_driver(endpoints, verify_all)
    if found != manifest["heads"] or not checked.intact:
        raise _mismatch(found, manifest["heads"], checked)
    out.result({**_facts(folder, manifest), "events": checked.events, "verified": True})


def chain_heads(endpoints: Endpoints) -> dict[str, Any]:
    """Version and hash at the end of every event chain, by stream."""

    async def _read(driver: neo4j.AsyncDriver) -> dict[str, Any]:
        ends = await heads(driver)
        return {end.stream: {"version": end.version, "hash": end.hash} for end in ends}

    return with_driver(endpoints, _read)


def _graph_server() -> Neo4jServer:
    server = all_embedded(settings())["neo4j"]
    assert isinstance(server, Neo4jServer)
    return server


@contextmanager
def _no_writers() -> Iterator[None]:
    """Hold the locks of import, audit and graph load. Raises when one of them is at work."""
    home = settings().home
    try:
        with (
            sole_writer(home / "claims"),
            FileLock(home / "findings" / "run.lock", timeout=0),
            FileLock(home / "run" / "graph-load.lock", timeout=0),
        ):
            yield
    except Timeout:
        raise UnderMaintenance(
            "审核或图谱加载正在运行，请等它结束后再备份",
            "an audit or a graph load is running; back up when it is done",
        ) from None


def _facts(folder: Path, manifest: dict[str, Any]) -> dict[str, Any]:
    files = manifest["files"]
    return {
        "folder": str(folder),
        "files": len(files),
        "bytes": sum(item["size"] for item in files),
        "streams": len(manifest["heads"]),
        "created_at": manifest["created_at"],
    }


def _mismatch(
    found: dict[str, Any], expected: dict[str, Any], checked: Verification
) -> BackupDamaged:
    streams = found.keys() | expected.keys()
    different = sorted(name for name in streams if found.get(name) != expected.get(name))
    what = ", ".join(
        [*different[:5], *(f"{name}: {why.zh} / {why.en}" for name, why in checked.broken[:5])]
    )
    return BackupDamaged(
        f"恢复后的事件链与备份记录不一致：{what}",
        f"the restored event chains differ from the backup's record: {what}",
    )

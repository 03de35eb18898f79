"""`jicha case bind | volume`: bind a closed case into its volumes, and take one."""

from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from casework.commands.access import RecordExport
from casework.refusal import refuse
from casework.volumes.state import VOLUMES, VolumeKind
from cli.context import needs, settings, with_driver
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import kept_token, now, viewer
from cli.phases import VAULT, in_words
from cli.taken import put_down
from cli.vault import object_store
from evidence.digests import digest_bytes
from evidence.errors import StoredCopyDamagedError
from evidence.store import ObjectRef, Room
from evidence.volume.keep import volume_key
from graph.accounts.tokens import actor_of_token
from graph.cases.page import case_page
from graph.commands import execute
from workers.binding import Order, bind_case

CaseNo = Annotated[str, typer.Argument(help="案件编号 / case number")]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("bind")(bind_command)
    app.command("volume")(volume_command)


def bind_command(case_no: CaseNo, as_json: JsonOption = False) -> None:
    """装订正卷、副卷并入库锁定 / bind the main and the inner volume into the vault."""
    out, token = Output(json=as_json), kept_token()
    with needs("neo4j", "s3", out=out) as endpoints:

        async def work(driver: neo4j.AsyncDriver) -> dict[str, Any]:
            actor, store = await actor_of_token(driver, token, now()), object_store(endpoints)
            progress = in_words(out.progress, VAULT)
            return await bind_case(
                driver, store, settings(), Order(actor, case_no, now()), progress
            )

        facts = with_driver(endpoints, work)
    rows = [f"{case_no} " + say(f"第 {facts['version']} 版", f"version {facts['version']}")]
    rows += [
        f"{say(*VOLUMES[VolumeKind(one['kind'])])}  {one['pages']} {say('页', 'pages')}  "
        f"SHA-256 {one['sha256']}"
        for one in facts["volumes"]
    ]
    out.result(facts, "\n".join(rows))


def volume_command(
    case_no: CaseNo,
    kind: Annotated[
        VolumeKind, typer.Argument(help="main 正卷，inner 副卷 / the main or the inner volume")
    ],
    out_file: Annotated[Path, typer.Option("--out", dir_okay=False, help="输出文件 / .pdf")],
    purpose: Annotated[str, typer.Option(help="调阅用途 / what it is for")],
    version: Annotated[int | None, typer.Option(help="版次，默认最新 / the newest")] = None,
    as_json: JsonOption = False,
) -> None:
    """取已装订的卷册 / take a bound volume."""
    out, token = Output(json=as_json), kept_token()
    with needs("neo4j", "s3", out=out) as endpoints:

        async def work(driver: neo4j.AsyncDriver) -> dict[str, Any]:
            actor = await actor_of_token(driver, token, now())
            page = await case_page(driver, viewer(actor), case_no, now())
            bindings = page.state.bindings if page else ()
            bound = next((b for b in reversed(bindings) if version in (None, b.version)), None)
            volume = bound.volume(kind) if bound else None
            if bound is None or volume is None:
                raise refuse("NOT_FOUND", what=f"案卷 {case_no}", what_en=f"volume of {case_no}")
            store = object_store(endpoints)
            ref = store.stat(ObjectRef(Room.VAULT, volume_key(case_no, volume.sha256))).ref
            body = b"".join(store.read(ref))
            if digest_bytes(body).sha256 != volume.sha256:
                raise StoredCopyDamagedError(name=ref.key)
            export = RecordExport(
                what=f"volume:{case_no}:{bound.version}:{kind.value}",
                rows=1,
                masked=False,
                purpose=purpose,
                sha256=volume.sha256,
                sm3=volume.sm3,
            )
            await execute(driver, export, actor, now())
            put_down(out_file, body)
            return {"path": str(out_file), "version": bound.version, "sha256": volume.sha256}

        facts = with_driver(endpoints, work)
    out.result(facts, f"{facts['path']}  SHA-256 {facts['sha256']}")

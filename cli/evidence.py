"""`jicha evidence`: list, fetch, check again and hold what lies in the vault."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.clocks.calendars import SHANGHAI
from casework.commands.evidence import AccessEvidence, ExtendRetention, VerifyEvidence
from casework.custody.state import EvidenceState
from casework.refusal import refuse
from cli.context import needs, with_driver
from cli.output import Exit, JsonOption, Output
from cli.person import as_person, kept_token, now, viewer
from evidence.digests import digest_stream
from evidence.errors import StoredCopyDamagedError
from evidence.intake import sweep
from evidence.recheck import Damage, recheck, vault_contents
from evidence.retention import extend
from evidence.s3 import S3Store
from evidence.store import ObjectRef, Room
from graph.accounts.tokens import actor_of_token
from graph.commands import execute
from graph.custody.read import evidence_page, list_evidence
from stack.clients import object_client

EvidenceId = Annotated[str, typer.Argument(help="证据编号 / evidence id")]
evidence = typer.Typer(help="证据库 / the vault", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(evidence, name="evidence")


@evidence.command("list")
def list_command(
    case_no: Annotated[str | None, typer.Option("--case", help="案件编号 / case")] = None,
    as_json: JsonOption = False,
) -> None:
    """列出证据及其校验值 / items with their hashes."""
    out = Output(json=as_json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> list[EvidenceState]:
        pages = await list_evidence(driver, viewer(actor), case_no=case_no, first=500)
        return [page.item for page in pages]

    items = as_person(out, work)
    rows = [f"{i.evidence_id}  {i.name}  {i.size:,} 字节  SHA-256 {i.sha256}" for i in items]
    out.result({"evidence": [asdict(item) for item in items]}, "\n".join(rows) or "没有证据 / none")


@evidence.command("verify")
def verify_command(evidence_id: EvidenceId, as_json: JsonOption = False) -> None:
    """重新计算一件证据的哈希并记入保管链 / hash an item again, on record."""
    out = Output(json=as_json)

    async def work(
        driver: neo4j.AsyncDriver, store: S3Store, actor: Actor, item: EvidenceState
    ) -> dict[str, Any]:
        found = digest_stream(store.read(_ref(item)))
        command = VerifyEvidence(evidence_id=evidence_id, sha256=found.sha256, sm3=found.sm3)
        await execute(driver, command, actor, now())
        intact = (found.sha256, found.sm3) == (item.sha256, item.sm3)
        return {"evidence_id": evidence_id, "intact": intact, **asdict(found)}

    facts = _on_item(out, evidence_id, work)
    out.result(facts, "相符 / intact" if facts["intact"] else "不相符，请从备份恢复 / damaged")
    if not facts["intact"]:
        raise typer.Exit(Exit.DATA)


@evidence.command("get")
def get_command(
    evidence_id: EvidenceId,
    out_file: Annotated[Path, typer.Option("--out", dir_okay=False, help="输出文件 / file")],
    purpose: Annotated[str, typer.Option(help="用途（留痕） / purpose, on record")],
    as_json: JsonOption = False,
) -> None:
    """取出一件证据的副本 / fetch a copy of an item."""
    out = Output(json=as_json)

    async def work(
        driver: neo4j.AsyncDriver, store: S3Store, actor: Actor, item: EvidenceState
    ) -> dict[str, Any]:
        access = AccessEvidence(evidence_id=evidence_id, purpose=purpose)
        await execute(driver, access, actor, now())
        _copy(store, item, out_file)
        return {"evidence_id": evidence_id, "file": str(out_file), "sha256": item.sha256}

    facts = _on_item(out, evidence_id, work)
    out.result(facts, f"{facts['file']}  SHA-256 {facts['sha256']}")


@evidence.command("hold")
def hold_command(
    evidence_id: EvidenceId,
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="锁定至 / hold until")],
    reason: Annotated[str, typer.Option(help="理由 / reason")],
    as_json: JsonOption = False,
) -> None:
    """延长锁定期，只能延长 / hold longer; never shorter."""
    out = Output(json=as_json)

    async def work(
        driver: neo4j.AsyncDriver, store: S3Store, actor: Actor, item: EvidenceState
    ) -> dict[str, Any]:
        command = ExtendRetention(evidence_id=evidence_id, retain_until=until.date(), reason=reason)
        await execute(driver, command, actor, now())
        end = until.replace(hour=23, minute=59, second=59, tzinfo=SHANGHAI)
        return {"evidence_id": evidence_id, "locked_until": extend(store, _ref(item), end)}

    facts = _on_item(out, evidence_id, work)
    out.result(facts, f"已锁定至 {facts['locked_until']} / locked until")


@evidence.command("recheck")
def recheck_command(
    mib_per_second: Annotated[
        int, typer.Option(help="每秒至多读取 MiB / most MiB read a second", min=1)
    ] = 64,
    as_json: JsonOption = False,
) -> None:
    """复核证据库中全部对象，并清理过期的未完成上传 / re-check everything in the vault."""
    out = Output(json=as_json)
    with needs("s3", out=out) as endpoints:
        store = S3Store(object_client(endpoints))
        store.prepare()
        pace = mib_per_second << 20
        result = recheck(store, vault_contents(store), bytes_per_second=pace, progress=out.progress)
        swept = sweep(store, now())
    rows = [_damage(damage) for damage in result.damages]
    facts = {"checked": result.checked, "bytes": result.size, "damages": rows, "swept": swept}
    told = [f"✗ {row['key']}：{row['what']}" for row in rows]
    out.result(facts, "\n".join([*told, f"复核 {result.checked} 个对象，损坏 {len(rows)} 个"]))
    if rows:
        raise typer.Exit(Exit.DATA)


def _on_item(out: Output, evidence_id: str, work: Any) -> dict[str, Any]:
    """Do something with one item as the signed-in person, with graph and vault at hand."""
    token = kept_token()
    with needs("neo4j", "s3", out=out) as endpoints:
        store = S3Store(object_client(endpoints))

        async def run(driver: neo4j.AsyncDriver) -> dict[str, Any]:
            actor = await actor_of_token(driver, token, now())
            page = await evidence_page(driver, viewer(actor), evidence_id)
            if page is None:
                raise refuse("NOT_FOUND", what=f"证据 {evidence_id}")
            return dict(await work(driver, store, actor, page.item))

        return with_driver(endpoints, run)


def _ref(item: EvidenceState) -> ObjectRef:
    return ObjectRef(Room.VAULT, item.object_key, item.version_id or None)


def _copy(store: S3Store, item: EvidenceState, target: Path) -> None:
    """Write the copy beside its name and move it there once its hash holds."""
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as file:
            found = digest_stream(_written(store, item, file))
        if (found.sha256, found.sm3) != (item.sha256, item.sm3):
            raise StoredCopyDamagedError(name=item.name)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _written(store: S3Store, item: EvidenceState, file: Any) -> Any:
    for chunk in store.read(_ref(item)):
        file.write(chunk)
        yield chunk


def _damage(damage: Damage) -> dict[str, Any]:
    return {
        "key": damage.expected.ref.key,
        "what": damage.what,
        "expected": damage.expected.sha256,
        "found": damage.found.sha256 if damage.found else None,
    }

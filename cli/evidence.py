"""`jicha evidence`: list, fetch, check again and hold what lies in the vault."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import BEAT, Actor
from casework.commands.evidence import (
    AccessEvidence,
    Collection,
    DamageKind,
    ExtendRetention,
    ReportDamage,
    StateCollection,
    VerifyEvidence,
)
from casework.custody.state import EvidenceState
from casework.custody.unrecorded import CURE_EN, CURE_ZH
from casework.refusal import Refusal, refuse
from cli.act import act
from cli.collected import (
    CollectedAt,
    Holder,
    Medium,
    NoOriginal,
    NoWitness,
    Original,
    Pages,
    Place,
    Process,
    Witness,
)
from cli.forms import value_of
from cli.give import give_alone
from cli.language import say, word
from cli.output import Exit, JsonOption, Output
from cli.person import as_person, now, viewer
from cli.phases import VAULT, in_words
from cli.vault import keeping, on_vault, renew_case
from evidence.digests import digest_stream
from evidence.errors import ObjectMissingError, StoredCopyDamagedError
from evidence.holding import object_of
from evidence.intake import sweep
from evidence.recheck import Expected, Look, look
from evidence.retention import hold
from evidence.s3 import S3Store
from graph.commands import execute
from graph.custody.read import certificate_page, evidence_page, list_evidence
from stack.whole import whole
from workers.evidence_round import Checked, check_vault

DAMAGES = {
    DamageKind.MISSING: "缺失",
    DamageKind.CHANGED: "内容已变",
    DamageKind.UNREADABLE: "无法读取",
    DamageKind.UNLOCKED: "未锁定",
}
EvidenceId = Annotated[str, typer.Argument(help="证据编号 / evidence id")]
evidence = typer.Typer(help="证据库 / the vault", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(evidence, name="evidence")


@evidence.command("add")
def add(
    file: Annotated[Path, typer.Argument(help="文件 / a file", exists=True, dir_okay=False)],
    as_json: JsonOption = False,
) -> None:
    """学时、考试证明等不属于案件的材料入库 / take in a certificate that belongs to no case."""
    out = Output(json=as_json)
    result = give_alone(out, file)
    number = result["evidence_id"]
    out.result(
        result,
        say(
            f"证据 {number} 已入库，可在医师档案事项中引用",
            f"kept as {number}; acts on a doctor's file may name it",
        ),
    )


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
    rows = [
        f"{i.evidence_id}  {i.name}  {i.size:,} {say('字节', 'bytes')}  SHA-256 {i.sha256}"
        for i in items
    ]
    out.result(
        {"evidence": [asdict(item) for item in items]},
        "\n".join(rows) or say("没有证据", "no evidence"),
    )


@evidence.command("verify")
def verify_command(evidence_id: EvidenceId, as_json: JsonOption = False) -> None:
    """重新计算一件证据的哈希并记入保管链 / hash an item again, on record."""
    out = Output(json=as_json)

    async def work(
        driver: neo4j.AsyncDriver, store: S3Store, actor: Actor, item: EvidenceState
    ) -> dict[str, Any]:
        expected = Expected(object_of(item), item.sha256, item.sm3, evidence_id)
        seen = look(store, expected)
        await execute(driver, _check_of(seen), actor, now())
        hashes = asdict(seen.found) if seen.found else {"sha256": None, "sm3": None, "size": None}
        facts = {"intact": seen.damage is None, "damage": seen.damage, **hashes}
        return {"evidence_id": evidence_id, **facts}

    facts = _on_item(out, evidence_id, work)
    out.result(
        facts,
        say("相符", "intact")
        if facts["intact"]
        else say("不相符，请从备份恢复", "damaged: restore it from the backup"),
    )
    if not facts["intact"]:
        raise typer.Exit(Exit.DATA)


def _check_of(seen: Look) -> VerifyEvidence | ReportDamage:
    """What a person's check puts on record: the hashes found, or that nothing could be read."""
    name, found = seen.expected.what, seen.found
    if found is not None:
        return VerifyEvidence(evidence_id=name, sha256=found.sha256, sm3=found.sm3)
    return ReportDamage(evidence_id=name, what=DamageKind(seen.damage or "missing"))


@evidence.command("get")
def get_command(
    evidence_id: EvidenceId,
    out_file: Annotated[Path, typer.Option("--out", dir_okay=False, help="输出文件 / file")],
    purpose: Annotated[str, typer.Option(help="用途（留痕） / purpose, on record")],
    doctor: Annotated[
        str | None, typer.Option(help="该医师学习记录所附的证明 / a paper of this doctor's file")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """取出一件证据的副本 / fetch a copy of an item."""
    out = Output(json=as_json)

    async def work(
        driver: neo4j.AsyncDriver, store: S3Store, actor: Actor, item: EvidenceState
    ) -> dict[str, Any]:
        try:
            # Kept aside until the look is on record: nothing leaves unrecorded, as on the page.
            with whole(out_file) as aside:
                _copy(store, item, aside)
                access = AccessEvidence(evidence_id=evidence_id, purpose=purpose)
                await execute(driver, access, actor, now())
        except (ObjectMissingError, StoredCopyDamagedError):
            await _told(driver, store, item)
            raise
        return {"evidence_id": evidence_id, "file": str(out_file), "sha256": item.sha256}

    facts = _on_item(out, evidence_id, work, doctor)
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
        day = until.date()
        # One that was killed between record and lock is asked again: then only the lock is behind.
        if item.retain_until != day:
            command = ExtendRetention(evidence_id=evidence_id, retain_until=day, reason=reason)
            await execute(driver, command, actor, now())
        locked = hold(store, object_of(item), day)
        return {"evidence_id": evidence_id, "locked_until": locked}

    facts = _on_item(out, evidence_id, work)
    out.result(
        facts, say(f"已锁定至 {facts['locked_until']}", f"locked until {facts['locked_until']}")
    )


@evidence.command("renew")
def renew_command(
    case_no: Annotated[str | None, typer.Option("--case", help="案件编号 / case")] = None,
    as_json: JsonOption = False,
) -> None:
    """办案期间续锁、结案后按归档期限锁定（平时由定时任务每日执行） / renew locks, as the beat does."""
    out = Output(json=as_json)
    extended = renew_case(out, case_no)
    out.result(
        {"extended": extended}, say(f"续锁 {len(extended)} 件", f"{len(extended)} locks renewed")
    )


@evidence.command("recheck")
def recheck_command(
    mib_per_second: Annotated[
        int, typer.Option(help="每秒至多读取 MiB / most MiB read a second", min=1)
    ] = 64,
    as_json: JsonOption = False,
) -> None:
    """复核登记在册的全部证据与卷宗，并清理过期的未完成上传 / check everything on record."""
    out = Output(json=as_json)

    async def work(driver: neo4j.AsyncDriver, store: S3Store) -> tuple[Checked, tuple[str, ...]]:
        pace = mib_per_second << 20
        found = await check_vault(
            driver, store, now(), bytes_per_second=pace, progress=in_words(out.progress, VAULT)
        )
        return found, sweep(store, now())

    found, swept = on_vault(out, work)
    facts = found.facts()
    rows = [_damage_text(look) for look in found.damages]
    rows += [say(f"？ {key}：无登记", f"? {key}: not on record") for key in found.unrecorded]
    rows += [f"  {say(CURE_ZH, CURE_EN)}"] if found.unrecorded else []
    bad = len(found.damages)
    last = say(
        f"复核 {found.objects} 个对象，损坏 {bad} 个",
        f"{found.objects} objects checked, {bad} damaged",
    )
    out.result({**facts, "swept": swept}, "\n".join([*rows, last]))
    if found.damages:
        raise typer.Exit(Exit.DATA)


def _damage_text(seen: Look) -> str:
    what = DamageKind(seen.damage or DamageKind.MISSING)
    return f"✗ {seen.expected.what}{say('：', ': ')}{word(DAMAGES[what], what)}"


def _on_item(out: Output, evidence_id: str, work: Any, doctor: str | None = None) -> dict[str, Any]:
    """Do something with one item as the signed-in person, with graph and vault at hand.

    With ``doctor`` it is a paper of his file, for all who see the file.
    """

    async def run(driver: neo4j.AsyncDriver, store: S3Store, actor: Actor) -> dict[str, Any]:
        eyes = viewer(actor)
        page = (
            await certificate_page(driver, eyes, doctor, evidence_id)
            if doctor
            else await evidence_page(driver, eyes, evidence_id)
        )
        if page is None:
            raise refuse(
                "NOT_FOUND", what=f"证据 {evidence_id}", what_en=f"evidence item {evidence_id}"
            )
        return dict(await work(driver, store, actor, page.item))

    return keeping(out, run)


def _copy(store: S3Store, item: EvidenceState, target: Path) -> None:
    """Write a copy. Raises ObjectMissingError, StoredCopyDamagedError."""
    with target.open("wb") as file:
        found = digest_stream(_written(store, item, file))
    if (found.sha256, found.sm3) != (item.sha256, item.sm3):
        raise StoredCopyDamagedError(name=item.name)


async def _told(driver: neo4j.AsyncDriver, store: S3Store, item: EvidenceState) -> None:
    """Damage that somebody met while reading goes on record, once."""
    seen = look(store, Expected(object_of(item), item.sha256, item.sm3, item.evidence_id))
    sha256, sm3 = (seen.found.sha256, seen.found.sm3) if seen.found else ("", "")
    what = DamageKind(seen.damage or "changed")
    report = ReportDamage(evidence_id=item.evidence_id, what=what, sha256=sha256, sm3=sm3)
    try:
        await execute(driver, report, BEAT, now())
    except Refusal as error:
        if error.code != "ALREADY_DONE":
            raise


def _written(store: S3Store, item: EvidenceState, file: Any) -> Any:
    for chunk in store.read(object_of(item)):
        file.write(chunk)
        yield chunk


@evidence.command("collected")
def collected_command(
    evidence_id: EvidenceId,
    reason: Annotated[str, typer.Option(help="补记的理由 / why only now")],
    collected_at: CollectedAt = "",
    place: Place = "",
    method: Annotated[str, typer.Option(help="收集方法 / how it was taken")] = "",
    process: Process = "",
    holder: Holder = "",
    medium: Medium = "",
    original: Original = None,
    no_original: NoOriginal = "",
    pages: Pages = None,
    officer: Annotated[
        list[str] | None,
        typer.Option(help="收集人账号，可多次 / account of who took it, repeatable"),
    ] = None,
    witness: Witness = "",
    no_witness: NoWitness = "",
    as_json: JsonOption = False,
) -> None:
    """补记收集情况；原记载保留 / say later how an item was taken; what stood before stays."""
    taken = Collection(
        collected_at=value_of(datetime, collected_at, "collected_at") if collected_at else None,
        place=place,
        method=method,
        process=process,
        holder=holder,
        original_medium=medium,
        officers=tuple(officer or ()),
        witness=witness,
        no_witness_reason=no_witness,
        original=original,
        no_original_reason=no_original,
        pages=pages,
    )
    command = StateCollection(evidence_id=evidence_id, collection=taken, reason=reason)
    act(Output(json=as_json), command, "补记收集情况")

"""The vault's own rounds on the real graph and the real store: locks grow, damage is on record."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import neo4j
import pytest
import pytest_asyncio
from a_case import HEAD, OFF_THE_MAP, ON_THE_MAP, ZHANG, World, a_world, actor
from minio import Minio
from signing import approvals_signed, received, upload

from casework.actors import BEAT, Role, Viewer
from casework.clocks.calendars import local_date
from casework.commands.base import Command
from casework.commands.case import AttachEvidence, TerminateCase
from casework.commands.evidence import DamageKind, ReceiveEvidence
from casework.commands.volumes import RecordBinding, RecordVolumeCheck
from casework.custody.unrecorded import STREAM
from casework.refusal import Refusal
from casework.volumes.retention import WHEN
from evidence.dossier.keep import dossier_key
from evidence.parameters import SHANGHAI, years_later
from evidence.retention import extend
from evidence.s3 import S3Store
from evidence.store import ObjectRef, Room
from evidence.uploads import Stored
from evidence.volume.keep import volume_key
from graph.commands import execute
from graph.custody.read import damages, objects_without_record
from graph.events.load import load
from graph.migrate import migrate
from stack.settings import Settings
from workers.binding import Order, bind_case
from workers.evidence_round import Checked, check_vault
from workers.holding import renew_locks, renew_volumes
from workers.sealing import Sealing, seal_case

NOW = datetime.now(UTC)


class Killed(BaseException):
    """The process ended here."""


@pytest.fixture
def vault(s3: Minio) -> S3Store:
    made = S3Store(s3)
    made.prepare()
    return made


@pytest_asyncio.fixture(loop_scope="session")
async def county(
    clean_graph: neo4j.AsyncDriver, vault: S3Store, tmp_path: Path
) -> AsyncIterator[neo4j.AsyncDriver]:
    """A filed case with two officers and a report; its evidence is the signed filing, locked for long."""
    await migrate(clean_graph)
    await clean_graph.execute_query(ON_THE_MAP)
    world = World({})
    world.report()
    for body in world.vault.values():
        stored = upload(vault, tmp_path, body, NOW)
        ref = ObjectRef(Room.VAULT, stored.key, stored.version_id)
        extend(vault, ref, datetime(2056, 1, 2, tzinfo=UTC))
    for who, command, at in world.desk.log:
        await execute(clean_graph, command, who, at)
    yield clean_graph


async def chain(driver: neo4j.AsyncDriver, stream: str) -> list[str]:
    return [event.type for event in (await load(driver, stream))[stream]]


def lock_day(store: S3Store, stored: Stored) -> date | None:
    until = store.locked_until(ObjectRef(Room.VAULT, stored.key, stored.version_id))
    return until.astimezone(SHANGHAI).date() if until else None


async def check(driver: neo4j.AsyncDriver, store: S3Store) -> Checked:
    return await check_vault(driver, store, NOW, bytes_per_second=1 << 30, progress=lambda *_: None)


async def test_the_lock_grows_with_the_case(
    county: neo4j.AsyncDriver, vault: S3Store, tmp_path: Path
) -> None:
    stored = upload(vault, tmp_path, b"growing" * 500 + NOW.isoformat().encode(), NOW)
    await execute(county, received("E-LOCK", stored), ZHANG, NOW)
    attach = AttachEvidence(case_no="DEMO-1", evidence_id="E-LOCK", proves="证明")
    await execute(county, attach, ZHANG, NOW)
    assert lock_day(vault, stored) == local_date(NOW + timedelta(days=30))

    assert await renew_locks(county, vault, NOW, case_no="OTHER") == []
    assert await renew_locks(county, vault, NOW) == ["E-LOCK"]
    assert lock_day(vault, stored) == local_date(NOW + timedelta(days=365))
    assert await renew_locks(county, vault, NOW) == []
    later = NOW + timedelta(days=184)
    assert await renew_locks(county, vault, later, case_no="DEMO-1") == ["E-LOCK"]
    assert lock_day(vault, stored) == local_date(later + timedelta(days=365))

    over = TerminateCase(case_no="DEMO-1", reasons="当事人死亡")
    await execute(county, over, HEAD, later)
    assert await renew_locks(county, vault, later) == ["E-LOCK"]
    thirty = local_date(later.replace(year=later.year + 30))
    assert lock_day(vault, stored) == thirty
    assert await renew_locks(county, vault, later + timedelta(days=4000)) == []
    assert (await chain(county, "evidence:E-LOCK")) == [
        "EvidenceReceived",
        "AttachedToCase",
        *["RetentionExtended"] * 3,
    ]
    assert (await check(county, vault)).damages == []


async def test_what_is_kept_for_ever_is_locked_anew_before_its_lock_ends(
    county: neo4j.AsyncDriver,
    vault: S3Store,
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Cases that went to the police are kept permanently; this one is taken for such a case.
    monkeypatch.setitem(WHEN, "referred", lambda case: True)
    stored = upload(vault, tmp_path, b"bound" * 500 + NOW.isoformat().encode(), NOW)
    await execute(county, received("E-BOUND", stored), ZHANG, NOW)
    attach = AttachEvidence(case_no="DEMO-1", evidence_id="E-BOUND", proves="证明")
    await execute(county, attach, ZHANG, NOW)
    await execute(county, TerminateCase(case_no="DEMO-1", reasons="移送"), HEAD, NOW)
    await approvals_signed(county, vault, ZHANG, "DEMO-1", NOW, tmp_path)
    order = Order(ZHANG, "DEMO-1", NOW)
    made = await bind_case(county, vault, settings, order, lambda *_: None)
    volume = ObjectRef(Room.VAULT, volume_key("DEMO-1", made["volumes"][0]["sha256"]))

    def held() -> date:
        until = vault.locked_until(volume)
        assert until is not None
        return until.astimezone(SHANGHAI).date()

    first = local_date(years_later(NOW, 30))
    assert held() == first
    assert await renew_volumes(county, vault, NOW) == []
    # The beat may have slept for a year: three years are left when it begins to look.
    late = years_later(NOW, 28)
    assert await renew_volumes(county, vault, late, case_no="OTHER") == []
    assert await renew_volumes(county, vault, late) == ["DEMO-1/1"]
    assert held() == local_date(years_later(late, 30))
    assert await renew_volumes(county, vault, late) == []
    assert (await chain(county, "case:DEMO-1"))[-2:] == ["CaseBound", "VolumesHeld"]
    # The weekly check reads bound volumes, too, and knows whose they are.
    found = await check(county, vault)
    assert found.damages == []
    # Its damage waits in the inbox until it is whole again.
    sha256 = made["volumes"][0]["sha256"]
    for damage, waiting in ((DamageKind.MISSING, ["volume"]), (None, [])):
        seen = RecordVolumeCheck(case_no="DEMO-1", volume_sha256=sha256, damage=damage)
        await execute(county, seen, BEAT, late)
        told = await damages(county, Viewer(ZHANG))
        assert [one.damage for one in told if one.case_no == "DEMO-1"] == waiting
        assert await damages(county, Viewer(actor("ins9", "外人", Role.INSPECTOR))) == ()
    assert volume.key not in found.unrecorded


async def test_a_binding_that_was_killed_goes_on_with_the_same_volumes(
    county: neo4j.AsyncDriver,
    vault: S3Store,
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stored = upload(vault, tmp_path, b"killed" * 500 + NOW.isoformat().encode(), NOW)
    await execute(county, received("E-KILL", stored), ZHANG, NOW)
    attach = AttachEvidence(case_no="DEMO-1", evidence_id="E-KILL", proves="证明")
    await execute(county, attach, ZHANG, NOW)
    await execute(county, TerminateCase(case_no="DEMO-1", reasons="移送"), HEAD, NOW)
    await approvals_signed(county, vault, ZHANG, "DEMO-1", NOW, tmp_path)
    order = Order(ZHANG, "DEMO-1", NOW, once="job-1")

    async def dying(driver: neo4j.AsyncDriver, command: Command, *rest: Any) -> None:
        if isinstance(command, RecordBinding):
            raise Killed
        await execute(driver, command, *rest)

    monkeypatch.setattr("workers.binding.execute", dying)
    with pytest.raises(Killed):
        await bind_case(county, vault, settings, order, lambda *_: None)
    monkeypatch.undo()
    first = await bind_case(county, vault, settings, order, lambda *_: None)
    assert await bind_case(county, vault, settings, order, lambda *_: None) == first

    bound = (await load(county, "case:DEMO-1"))["case:DEMO-1"]
    assert [event.type for event in bound].count("CaseBound") == 1
    kept = {f.ref.key.rpartition("/")[2] for f in vault.list(Room.VAULT, "volumes/")}
    assert {f"{one['sha256']}.pdf" for one in first["volumes"]} <= kept
    copies = [
        event.data["to"]
        for event in (await load(county, "evidence:E-KILL"))["evidence:E-KILL"]
        if event.type == "EvidenceCopied"
    ]
    assert len(copies) == 1
    assert any(one["sha256"] in str(copies[0]) for one in first["volumes"])
    assert (await check(county, vault)).damages == []


async def test_what_is_lost_or_changed_is_named_and_on_record_once(
    county: neo4j.AsyncDriver, vault: S3Store, tmp_path: Path
) -> None:
    sound = upload(vault, tmp_path, b"sound" * 500 + NOW.isoformat().encode(), NOW)
    await execute(county, received("E-SOUND", sound), ZHANG, NOW)
    wrong_sm3 = received("E-SM3", sound, sm3="0" * 64)
    await execute(county, wrong_sm3, ZHANG, NOW)
    # Never locked, so that the test may destroy it as a broken disk would.
    body = b"to be lost" + NOW.isoformat().encode()
    ref = vault.put(Room.VAULT, f"sha256/00/{hashlib.sha256(body).hexdigest()}", body)
    as_put = {
        "sha256": hashlib.sha256(body).hexdigest(),
        "sm3": hashlib.new("sm3", body).hexdigest(),
        "object_key": ref.key,
        "version_id": ref.version_id,
        "retain_until": local_date(NOW),
    }
    await execute(county, received("E-LOST", sound, **as_put), ZHANG, NOW)
    vault.remove(ref)
    gone = replace(wrong_sm3, evidence_id="E-NEVER", sm3=sound.sm3, object_key="sha256/x/none")
    await execute(county, gone, ZHANG, NOW)

    found = await check(county, vault)
    assert {(look.expected.what, look.damage) for look in found.damages} == {
        ("E-SM3", "changed"),
        ("E-LOST", "missing"),
        ("E-NEVER", "missing"),
    }
    assert found.facts()["sound"] is False
    for name in ("E-SM3", "E-LOST"):
        assert await chain(county, f"evidence:{name}") == ["EvidenceReceived", "EvidenceDamaged"]
    assert await chain(county, "evidence:E-SOUND") == ["EvidenceReceived"]
    before = await _events(county)
    assert len((await check(county, vault)).damages) == 3
    assert await _events(county) == before, "the same damage is told once"

    waiting = await damages(county, Viewer(ZHANG))
    assert {(one.evidence_id, one.damage) for one in waiting} >= {("E-LOST", "missing")}
    assert await damages(county, Viewer(actor("ins9", "外人", Role.INSPECTOR))) == ()


async def test_what_is_whole_again_is_on_record(
    county: neo4j.AsyncDriver, vault: S3Store, tmp_path: Path
) -> None:
    body = b"restored" + NOW.isoformat().encode()
    sha256 = hashlib.sha256(body).hexdigest()
    facts = {"sha256": sha256, "sm3": hashlib.new("sm3", body).hexdigest(), "version_id": ""}
    key = f"sha256/00/{sha256}"
    stored = upload(vault, tmp_path, b"another" + body, NOW)
    lost = received("E-BACK", stored, **facts, object_key=key, retain_until=local_date(NOW))
    await execute(county, lost, ZHANG, NOW)
    assert len((await check(county, vault)).damages) == 1
    extend(vault, vault.put(Room.VAULT, key, body), NOW + timedelta(days=2))
    assert (await check(county, vault)).damages == []
    assert await chain(county, "evidence:E-BACK") == [
        "EvidenceReceived",
        "EvidenceDamaged",
        "EvidenceVerified",
    ]
    assert await damages(county, Viewer(ZHANG)) == ()


async def test_a_lost_dossier_is_named_in_its_case(
    clean_graph: neo4j.AsyncDriver, vault: S3Store, settings: Settings, tmp_path: Path
) -> None:
    await migrate(clean_graph)
    await clean_graph.execute_query(ON_THE_MAP)
    world = a_world()
    for body in world.vault.values():
        upload(vault, tmp_path, body, NOW)
    for who, command, at in world.desk.log:
        if isinstance(command, ReceiveEvidence):
            command = replace(command, retain_until=local_date(NOW))
        await execute(clean_graph, command, who, at)
    await clean_graph.execute_query(OFF_THE_MAP)
    made, registered = await seal_case(
        clean_graph,
        vault,
        settings,
        Sealing(ZHANG, "DEMO-1", tmp_path / "d.zip", NOW, once="job-1"),
        lambda *_: None,
    )
    assert registered
    assert (await check(clean_graph, vault)).damages == []
    for evidence_id in ("EV-001", "EV-002", "EV-003", "EV-004", "EV-LETTER"):
        copied = (await load(clean_graph, f"evidence:{evidence_id}"))[f"evidence:{evidence_id}"][-1]
        assert copied.type == "EvidenceCopied"
        assert made.sha256 in str(copied.data["to"])
    exported = (await load(clean_graph, "access:zhang"))["access:zhang"][-1]
    assert (exported.data["sha256"], exported.data["sm3"]) == (made.sha256, made.sm3)

    ghost = "f" * 64
    await clean_graph.execute_query(
        "MATCH (e:Event {stream: 'case:DEMO-1', type: 'DossierRecorded'}) "
        "SET e.data = replace(e.data, $real, $ghost)",
        real=made.sha256,
        ghost=ghost,
    )
    found = await check(clean_graph, vault)
    assert [(look.expected.ref.key, look.damage) for look in found.damages] == [
        (dossier_key("DEMO-1", ghost), "missing")
    ]
    assert dossier_key("DEMO-1", made.sha256) in found.unrecorded
    assert (await chain(clean_graph, "case:DEMO-1"))[-1] == "DossierDamaged"
    before = await _events(clean_graph)
    await check(clean_graph, vault)
    assert await _events(clean_graph) == before


async def test_what_lies_in_the_vault_without_a_record_is_known_until_it_is_settled(
    county: neo4j.AsyncDriver, vault: S3Store, tmp_path: Path
) -> None:
    """Locked, and the right to record it was gone: the daily check writes it down, with the cure."""
    stored = upload(vault, tmp_path, b"orphan" * 300 + NOW.isoformat().encode(), NOW)
    outsider = actor("wai", Role.AUDITOR)
    with pytest.raises(Refusal):
        await execute(county, received("E-ORPHAN", stored), outsider, NOW)
    head, inspector = Viewer(HEAD), Viewer(ZHANG)
    found = await check(county, vault)
    assert stored.key in found.unrecorded
    assert "同一文件" in str(found.facts()["cure_zh"])
    assert stored.key in dict(await objects_without_record(county, head))
    assert await objects_without_record(county, inspector) == ()
    before = await _events(county)
    await check(county, vault)
    assert await _events(county) == before, "a second check of the same vault tells nothing new"

    # The same file once more by somebody who may: recognised, and put on record.
    again = upload(vault, tmp_path, b"orphan" * 300 + NOW.isoformat().encode(), NOW)
    assert (again.key, again.duplicate) == (stored.key, True)
    await execute(county, received("E-ORPHAN", again), ZHANG, NOW)
    assert stored.key not in (await check(county, vault)).unrecorded
    assert stored.key not in dict(await objects_without_record(county, head))
    told = [
        event.type
        for event in (await load(county, STREAM))[STREAM]
        if event.data["object_key"] == stored.key
    ]
    assert told == ["UnrecordedObjectFound", "UnrecordedObjectSettled"]


async def _events(driver: neo4j.AsyncDriver) -> int:
    rows, _, _ = await driver.execute_query("MATCH (e:Event) RETURN count(e) AS n")
    return int(rows[0]["n"])

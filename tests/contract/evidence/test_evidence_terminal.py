"""`jicha evidence` and `jicha case evidence` keep to the same rows and rights as the desk."""

import asyncio
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import neo4j
import pytest
from a_case import HEAD, ON_THE_MAP, SECURITY, ZHANG, World, actor
from minio import Minio

from casework.actors import Actor, Role, Viewer
from casework.clocks.calendars import local_date
from casework.commands import points as p
from casework.commands import restoration as r
from casework.commands.accounts import CreateAccount
from casework.commands.delegation import EntrustCentre
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.commands.parameters import DecideParameter, ProposeParameter
from cli.main import build_app
from cli.output import report
from cli.person import keep_token
from evidence import intake
from evidence.holding import object_of
from evidence.retention import last_moment
from evidence.s3 import S3Store
from evidence.sender import send
from evidence.store import Room
from evidence.uploads import Stored, UploadIntent
from graph.accounts.tokens import issue_token
from graph.commands import execute
from graph.custody.read import evidence_page
from graph.events.load import load
from graph.migrate import migrate

NOW = datetime.now(UTC)
OFFICE = Actor("office", "医保办", frozenset({Role.INSURANCE_OFFICE}), "p-office", None, "H1")
OUTSIDER = actor("outsider", "局外人", Role.INSPECTOR)
AGENCY = actor("agency", "经办员", Role.AGENCY_OFFICER)
LEGAL = actor("legal", "法制员", Role.LEGAL_REVIEWER)
DOCTOR = Actor("doctor", "李医生", frozenset({Role.PHYSICIAN}), "p-doctor", "D1", "H1")
PARTY = Actor("party", "党委书记", frozenset({Role.PARTY_SECRETARY}), "p-party", None, "H1")
ELSEWHERE = Actor("elsewhere", "外院", frozenset({Role.PARTY_SECRETARY}), "p-else", None, "H2")


AUDITOR = actor("auditor", "审计员", Role.AUDITOR)


def jicha(*arguments: str) -> tuple[int, dict[str, Any]]:
    """Run a command as `cli.main` does; its exit code and its JSON line."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(io.StringIO()):
        try:
            code = int(build_app()([*arguments, "--json"], standalone_mode=False) or 0)
        except Exception as error:
            usage = not hasattr(error, "code") and hasattr(error, "exit_code")
            code = int(error.exit_code) if usage else report(error, as_json=True, logs=None)
    lines = said.getvalue().splitlines()
    return code, json.loads(lines[-1]) if lines else {}


def killed(*_: Any) -> None:
    """The process ends here."""
    raise RuntimeError("killed")


async def ask(*arguments: str) -> tuple[int, dict[str, Any]]:
    return await asyncio.to_thread(jicha, *arguments)


async def sign_in(driver: neo4j.AsyncDriver, who: Actor) -> None:
    """Signed in under the bureau's letter, which the first one finds recorded."""
    found = await driver.execute_query("MATCH (e:Entrustment) RETURN count(e) AS n")
    if not found.records[0]["n"]:
        day = date(2026, 1, 1)
        letter = EntrustCentre(
            document_no="委1号", scope="x", published_on=day, where="x", starts_on=day,
            ends_on=date(2099, 12, 31),
        )  # fmt: skip
        await execute(driver, letter, HEAD, NOW)
    token = await issue_token(driver, who.account, NOW)
    keep_token(token)


def sent(store: S3Store, path: Path) -> Stored:
    ticket = intake.begin(store, UploadIntent(path.name, "", path.stat().st_size), NOW)
    send(ticket, path)
    return intake.finish(store, ticket.upload_id, NOW)


async def handed_in(
    driver: neo4j.AsyncDriver, store: S3Store, path: Path, name: str, who: Actor
) -> None:
    stored = sent(store, path)
    command = ReceiveEvidence(
        evidence_id=name,
        name=stored.name,
        kind=EvidenceKind.DOCUMENTARY,
        media_type=stored.media_type,
        size=stored.size,
        sha256=stored.sha256,
        sm3=stored.sm3,
        object_key=stored.key,
        version_id=stored.version_id,
        retain_until=local_date(stored.retain_until),
    )
    await execute(driver, command, who, NOW)


def lost(name: str) -> ReceiveEvidence:
    """An item on record whose bytes are in no vault."""
    return ReceiveEvidence(
        evidence_id=name,
        name="遗失.txt",
        kind=EvidenceKind.DOCUMENTARY,
        media_type="text/plain",
        size=3,
        sha256="f" * 64,
        sm3="f" * 64,
        object_key=f"sha256/ff/{'f' * 64}",
        version_id="",
        retain_until=local_date(NOW) + timedelta(days=400),
    )


async def study_with(driver: neo4j.AsyncDriver, certificate: str) -> None:
    """The doctor D1 lost his standing under the county rule, applied, and studied with this paper."""
    rule = ProposeParameter(
        name="local_restoration",
        value="enabled",
        valid_from=date(2026, 1, 1),
        basis="文件",
        reason="本地规则",
    )
    approve = DecideParameter(proposal_id="T1", approve=True)
    score = p.RecordScore(
        prac_psn_code="D1",
        prac_psn_name="李医生",
        fixmedins_code="H1",
        act="tiaoli_40",
        responsibility=p.Responsibility.PRIMARY,
        points=12,
        conduct_on=date(2024, 9, 18),
        conduct_to=date(2024, 9, 18),
        basis=p.Basis(p.BasisKind.DOCUMENT, "云医保处〔2026〕3号", date(2026, 3, 12), "县局"),
        reasons="虚构理疗服务",
    )
    apply = r.ApplyRestoration(prac_psn_code="D1", statement="已改正", commitment=True)
    study = r.RecordStudy(
        prac_psn_code="D1",
        course="政策",
        hours=Decimal(16),
        studied_on=date(2026, 4, 1),
        certificate=certificate,
    )
    for who, command in (
        *((LEGAL, rule), (HEAD, approve)),
        *((AGENCY, score), (DOCTOR, apply), (OFFICE, study)),
    ):
        await execute(driver, command, who, NOW)


async def types(driver: neo4j.AsyncDriver, stream: str) -> list[str]:
    return [event.type for event in (await load(driver, stream))[stream]]


async def test_the_terminal_keeps_to_rows_and_rights(
    clean_graph: neo4j.AsyncDriver, s3: Minio, own_environment: Path, tmp_path: Path
) -> None:
    driver, world, store = clean_graph, World({}), S3Store(s3)
    await migrate(driver)
    await driver.execute_query(ON_THE_MAP)
    store.prepare()
    for who, command, at in world.desk.log:
        await execute(driver, command, who, at)
    for person in (OFFICE, OUTSIDER, AGENCY, DOCTOR, PARTY, ELSEWHERE, AUDITOR):
        account = CreateAccount(
            login=person.account,
            name=person.name,
            person=person.person,
            roles=person.roles,
            fixmedins_code=person.fixmedins_code,
            prac_psn_code=person.prac_psn_code,
        )
        await execute(driver, account, SECURITY, NOW)
    await driver.execute_query("MATCH (a:Account) SET a.must_change = false")
    paper, copy = tmp_path / "paper.txt", tmp_path / "copy.txt"
    for name, who in (("E-BUREAU", ZHANG), ("E-OFFICE", OFFICE)):
        paper.write_text(f"{name} {NOW.isoformat()}")
        await handed_in(driver, store, paper, name, who)

    await sign_in(driver, OFFICE)
    get = ("evidence", "get", "--out", str(copy), "--purpose", "核对")
    assert (await ask(*get, "E-BUREAU"))[1]["error"]["code"] == "NOT_FOUND"
    assert not copy.exists()
    assert (await ask(*get, "E-OFFICE"))[0] == 0
    assert copy.read_text().startswith("E-OFFICE")
    _, listed = await ask("evidence", "list")
    assert [item["evidence_id"] for item in listed["evidence"]] == ["E-OFFICE"]
    assert (await ask("evidence", "verify", "E-BUREAU"))[1]["error"]["code"] == "NOT_FOUND"
    assert (await ask("evidence", "verify", "E-OFFICE"))[1]["error"]["code"] == "ROLE_REQUIRED"
    hold = ("evidence", "hold", "E-OFFICE", "--until", "2050-01-01", "--reason", "x")
    assert (await ask(*hold))[1]["error"]["code"] == "ROLE_REQUIRED"
    assert await types(driver, "evidence:E-BUREAU") == ["EvidenceReceived"]
    assert await types(driver, "evidence:E-OFFICE") == ["EvidenceReceived", "EvidenceAccessed"]

    # A paper of a doctor's file opens for who sees the file, as on his page.
    await study_with(driver, "E-OFFICE")
    copy.unlink()
    for who, opens in ((PARTY, True), (ELSEWHERE, False)):
        await sign_in(driver, who)
        assert (await ask(*get, "E-OFFICE"))[1]["error"]["code"] == "NOT_FOUND"
        code, _ = await ask(*get, "E-OFFICE", "--doctor", "D1")
        assert (code == 0, copy.exists()) == (opens, opens)
        copy.unlink(missing_ok=True)
    assert (await types(driver, "evidence:E-OFFICE")).count("EvidenceAccessed") == 2

    # A certificate is nobody's case: who may give one takes it in, others send no byte.
    certificate = tmp_path / "certificate.txt"
    certificate.write_text(f"certificate {NOW.isoformat()}")
    await sign_in(driver, AUDITOR)
    before_it = {fact.ref.key for fact in store.list(Room.VAULT)}
    assert (await ask("evidence", "add", str(certificate)))[1]["error"]["code"] == "ROLE_REQUIRED"
    assert {fact.ref.key for fact in store.list(Room.VAULT)} == before_it
    await sign_in(driver, OFFICE)
    code, taken = await ask("evidence", "add", str(certificate))
    assert (code, taken["duplicate"]) == (0, False)
    assert await types(driver, f"evidence:{taken['evidence_id']}") == ["EvidenceReceived"]

    # What the vault lost is told, stays here as nothing, and is on record once.
    await execute(driver, lost("E-LOST"), ZHANG, NOW)
    await sign_in(driver, ZHANG)
    for _ in range(2):
        assert (await ask(*get, "E-LOST"))[1]["error"]["code"] == "object_missing"
    assert {
        path.name for path in (copy, copy.with_name(".copy.txt.part")) if path.exists()
    } == set()
    assert await types(driver, "evidence:E-LOST") == ["EvidenceReceived", "EvidenceDamaged"]

    await sign_in(driver, OUTSIDER)
    vault = {fact.ref.key for fact in store.list(Room.VAULT)}
    staged = {fact.ref.key for fact in store.list(Room.STAGING)}
    paper.write_text(f"not mine to give {NOW.isoformat()}")
    give = ("case", "evidence", "DEMO-1", str(paper), "--proves", "现场情况")
    assert (await ask(*give))[1]["error"]["code"] == "NOT_AN_OFFICER"
    assert {fact.ref.key for fact in store.list(Room.VAULT)} == vault
    assert {fact.ref.key for fact in store.list(Room.STAGING)} == staged

    await sign_in(driver, ZHANG)
    code, given = await ask(*give)
    assert (code, given["duplicate"]) == (0, False)
    assert await types(driver, f"evidence:{given['evidence_id']}") == [
        "EvidenceReceived",
        "AttachedToCase",
        "RetentionExtended",
    ], "a filed case holds its evidence longer at once"
    code, found = await ask("evidence", "verify", given["evidence_id"])
    assert (code, found["intact"], found["damage"]) == (0, True, None)

    # Killed between record and lock: asked again it writes no second event, and the lock is there.
    kept, day = given["evidence_id"], local_date(NOW) + timedelta(days=4000)
    held = ("evidence", "hold", kept, "--until", day.isoformat(), "--reason", "再审期间")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cli.evidence.hold", killed)
        assert (await ask(*held))[0] != 0
    before = await types(driver, f"evidence:{kept}")
    page = await evidence_page(driver, Viewer(ZHANG), kept)
    assert page is not None
    item = page.item
    assert (item.retain_until, before[-1]) == (day, "RetentionExtended")
    locked = store.locked_until(object_of(item))
    assert locked is not None
    assert locked.date() < day
    assert (await ask(*held))[0] == 0
    locked = store.locked_until(object_of(item))
    assert locked is not None
    assert locked >= last_moment(day)
    assert await types(driver, f"evidence:{kept}") == before

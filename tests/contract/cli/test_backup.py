"""A backup restored into an empty home is the same: chains, locked objects, columnar store."""

import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from minio.commonconfig import COMPLIANCE
from minio.error import S3Error
from minio.retention import Retention

from casework.actors import Actor, Role
from casework.commands.accounts import CreateAccount
from graph.commands import execute
from graph.events.verify import heads
from graph.migrate import migrate
from stack.clients import neo4j_driver, object_client
from stack.endpoints import Endpoints
from stack.ground import servers
from stack.settings import load_settings

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CONSOLE = Actor("console", "服务器", frozenset({Role.SECURITY_ADMIN}), "console")


def jicha(home: Path, *words: str) -> tuple[int, dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "cli.main", *words, "--json"],
        env={**os.environ, "JICHA_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.strip().splitlines()
    assert lines, done.stderr
    return done.returncode, json.loads(lines[-1])


async def make_account(endpoints: Endpoints) -> list[Any]:
    command = CreateAccount(
        login="zhang",
        name="张三",
        person="p-zhang",
        roles=frozenset({Role.INSPECTOR}),
        prac_psn_code=None,
        fixmedins_code=None,
    )
    async with neo4j_driver(endpoints) as driver:
        await migrate(driver)
        await execute(driver, command, CONSOLE, AT)
        return await heads(driver)


def lock_object(endpoints: Endpoints) -> str:
    client = object_client(endpoints)
    client.make_bucket("vault", object_lock=True)
    until = datetime.now(UTC) + timedelta(days=2)
    body = io.BytesIO("证据".encode())
    kept = client.put_object("vault", "a", body, 6, retention=Retention(COMPLIANCE, until))
    assert kept.version_id
    return kept.version_id


@pytest.mark.timeout(1800)
async def test_restore_gives_the_same_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new, saved = tmp_path / "old", tmp_path / "new", tmp_path / "saved"
    monkeypatch.setenv("JICHA_HOME", str(old))
    with servers(load_settings(), ["neo4j", "s3"], print) as endpoints:
        before = await make_account(endpoints)
        version = lock_object(endpoints)
    (old / "claims" / "part").mkdir()
    (old / "claims" / "part" / "x.parquet").write_bytes(b"PAR1" * 1000)

    code, facts = jicha(old, "backup", str(saved))
    assert (code, facts["streams"]) == (0, len(before))
    secrets = [path.read_bytes().strip() for path in (old / "secrets").iterdir()]
    for path in saved.rglob("*"):
        assert path.is_dir() or not any(secret in path.read_bytes() for secret in secrets)

    assert jicha(old, "restore", str(saved))[1]["error"]["code"] == "home_not_empty"
    code, facts = jicha(new, "restore", str(saved))
    assert (code, facts["verified"], facts["streams"]) == (0, True, len(before))

    monkeypatch.setenv("JICHA_HOME", str(new))
    with servers(load_settings(), ["neo4j", "s3"], print) as endpoints:
        async with neo4j_driver(endpoints) as driver:
            assert await heads(driver) == before
        client = object_client(endpoints)
        assert client.get_object("vault", "a", version_id=version).read().decode() == "证据"
        with pytest.raises(S3Error):
            client.remove_object("vault", "a", version_id=version)
    assert (new / "claims" / "part" / "x.parquet").read_bytes() == b"PAR1" * 1000

    changed = saved / "home" / "claims" / "part" / "x.parquet"
    changed.write_bytes(b"PAR2" + changed.read_bytes()[4:])
    code, facts = jicha(tmp_path / "third", "restore", str(saved))
    assert (code, facts["error"]["code"]) == (3, "backup_damaged")
    assert not list((tmp_path / "third" / "claims").iterdir())

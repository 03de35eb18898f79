"""The three servers answer the official clients, and secrets show nowhere."""

import io
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import neo4j
import psutil
import pytest
from minio import Minio
from minio.commonconfig import COMPLIANCE
from minio.error import S3Error
from minio.retention import Retention

from stack.endpoints import Endpoints
from stack.ground import embedded
from stack.home import Home
from stack.settings import Settings

HTTP_PORTS = ("s3", "master", "volume", "filer")


async def test_graph_answers_the_official_driver(driver: neo4j.AsyncDriver) -> None:
    records, _, _ = await driver.execute_query("RETURN 1 + 1 AS two")
    assert records[0]["two"] == 2


async def test_graph_refuses_a_wrong_password(endpoints: Endpoints) -> None:
    async with neo4j.AsyncGraphDatabase.driver(endpoints.neo4j_uri, auth=("neo4j", "x")) as wrong:
        with pytest.raises(neo4j.exceptions.AuthError):
            await wrong.verify_connectivity()


def test_object_lock_holds(s3: Minio, endpoints: Endpoints) -> None:
    s3.make_bucket("locked", object_lock=True)
    until = datetime.now(UTC) + timedelta(days=1)
    kept = s3.put_object(
        "locked", "a", io.BytesIO(b"abc"), 3, retention=Retention(COMPLIANCE, until)
    )
    with pytest.raises(S3Error):
        s3.remove_object("locked", "a", version_id=kept.version_id)
    assert s3.get_object("locked", "a").read() == b"abc"


@pytest.mark.parametrize("port", HTTP_PORTS)
def test_unauthenticated_delete_is_refused(port: str, s3: Minio, ground: Settings) -> None:
    if not s3.bucket_exists("doors"):
        s3.make_bucket("doors", object_lock=True)
    s3.put_object("doors", "proof", io.BytesIO(b"proof"), 5)
    number = embedded(ground)["s3"].ports[port]
    for path in delete_paths(port, ground):
        request = Request(f"http://127.0.0.1:{number}{path}", method="DELETE")
        with pytest.raises(HTTPError) as refused:
            urlopen(request, timeout=10)
        assert 400 <= refused.value.code < 500, path
    assert s3.get_object("doors", "proof").read() == b"proof"


def delete_paths(port: str, ground: Settings) -> list[str]:
    """What an attacker would try on each door."""
    if port == "volume":
        return ["/1,01637037d6", "/2,02abcdef0102", "/delete?fid=1,01637037d6"]
    if port == "filer":
        return ["/buckets/doors/proof", "/buckets/doors?recursive=true", "/?recursive=true"]
    if port == "master":
        return ["/col/delete?collection=doors", "/vol/vacuum", "/dir/assign"]
    return ["/doors/proof", "/doors"]


def secrets_of(ground: Settings) -> list[str]:
    folder = ground.home / "secrets"
    return [path.read_text().strip() for path in folder.iterdir()]


def test_secrets_stand_in_private_files_alone(endpoints: Endpoints, ground: Settings) -> None:
    secrets = secrets_of(ground)
    assert len(secrets) >= 7
    for path in (ground.home / "secrets").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    holders = [
        path
        for path in small_files(ground.home)
        if any(s in path.read_text(errors="replace") for s in secrets)
    ]
    assert {path.name for path in holders} >= {"valkey.conf", "security.toml"}
    for path in holders:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    lines = [" ".join(process.cmdline()) for process in psutil.process_iter() if alive(process)]
    logs = [path.read_text(errors="replace") for path in log_files(ground.home)]
    for secret in secrets:
        assert not any(secret in text for text in [*lines, *logs, repr(endpoints)])


def small_files(home: Path) -> list[Path]:
    """Whatever a server was told: neither its data nor sockets and pipes."""
    folders = [home / name for name in ("secrets", "run", "tmp", "neo4j", "valkey", "s3")]
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in found if path.stat().st_size < 100_000 and "data" not in path.parts]


def alive(process: psutil.Process) -> bool:
    try:
        return bool(process.cmdline())
    except psutil.Error:
        return False


def log_files(home: Path) -> list[Path]:
    return [*Home(home).logs.glob("*.log"), *(home / "neo4j" / "logs").glob("*.log")]


def test_every_listening_port_is_on_loopback(endpoints: Endpoints, ground: Settings) -> None:
    for server in embedded(ground).values():
        process = server.running()
        assert process is not None
        for connection in process.net_connections(kind="inet"):
            if connection.status == psutil.CONN_LISTEN:
                assert connection.laddr.ip in ("127.0.0.1", "::1", "::ffff:127.0.0.1")

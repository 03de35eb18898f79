"""The same vault on every object store there is: SeaweedFS always, MinIO where it is built."""

import socket
import sys
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from minio import Minio

from evidence.s3 import Buckets, S3Store

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2] / "unit" / "evidence"))
from vault_servers import minio_binary, minio_server


@pytest.fixture(scope="session")
def minio_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Minio]:
    binary, why_not = minio_binary()
    if binary is None:
        pytest.skip(why_not)
    with minio_server(binary, tmp_path_factory.mktemp("minio") / "data") as client:
        yield client


@pytest.fixture(scope="session", params=["seaweedfs", "minio"])
def client(request: pytest.FixtureRequest) -> Minio:
    if request.param == "minio":
        return request.getfixturevalue("minio_client")
    return request.getfixturevalue("s3")


@pytest.fixture(scope="session")
def rooms() -> Buckets:
    """One staging and one vault for the whole session: a bucket reserves volumes on SeaweedFS."""
    tail = uuid.uuid4().hex[:12]
    return Buckets(f"staging-{tail}", f"vault-{tail}", f"seals-{tail}")


@pytest.fixture
def store(client: Minio, rooms: Buckets) -> S3Store:
    made = S3Store(client, buckets=rooms)
    made.prepare()
    return made


@pytest.fixture
def fresh_seals(client: Minio, rooms: Buckets) -> tuple[S3Store, str]:
    """A vault whose seals nobody else has written, and the name of that bucket."""
    name = f"seals-{uuid.uuid4().hex[:12]}"
    made = S3Store(client, buckets=replace(rooms, seals=name))
    made.prepare()
    return made, name


@pytest.fixture
def free_address() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"

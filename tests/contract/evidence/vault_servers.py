"""MinIO for the contract tests, built by the Go toolchain where there is one. No Docker."""

import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import urllib3
from minio import Minio

VERSION = "v0.0.0-20260212201848-7aac2a2c5b7c"
WANTED = os.environ.get("JICHA_TEST_MINIO") == "1"  # read before the tests clear JICHA_*
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "jicha" / "minio" / VERSION


def minio_binary() -> tuple[Path | None, str]:
    """The built server, or the reason why there is none."""
    binary = CACHE / "minio"
    if binary.exists():
        return binary, ""
    go = shutil.which("go")
    if go is None:
        return None, "no Go toolchain here to build MinIO with"
    if not WANTED:
        return (
            None,
            f"MinIO is not built in {CACHE}: JICHA_TEST_MINIO=1 builds it (about 5 minutes)",
        )
    CACHE.mkdir(parents=True, exist_ok=True)
    target = f"github.com/minio/minio@{VERSION}"
    subprocess.run([go, "install", target], env={**os.environ, "GOBIN": str(CACHE)}, check=True)
    return binary, ""


@contextmanager
def minio_server(binary: Path, home: Path) -> Iterator[Minio]:
    """A MinIO of its own on loopback, stopped at the end."""
    address = f"127.0.0.1:{_free_port()}"
    key, secret = secrets.token_hex(8), secrets.token_hex(16)
    env = {**os.environ, "MINIO_ROOT_USER": key, "MINIO_ROOT_PASSWORD": secret, "CI": "1"}
    command = [str(binary), "server", str(home), "--address", address]
    console = ["--console-address", f"127.0.0.1:{_free_port()}", "--quiet"]
    with (home.parent / "minio.log").open("wb") as log:
        server = subprocess.Popen([*command, *console], env=env, stdout=log, stderr=log)
    try:
        _wait(f"http://{address}/minio/health/ready", server)
        yield Minio(address, key, secret, secure=False, region="us-east-1")
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    http = urllib3.PoolManager(retries=False, timeout=2)
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            if http.request("GET", url).status == 200:
                return
        except urllib3.exceptions.HTTPError:
            pass
        time.sleep(0.2)
    raise RuntimeError(f"MinIO did not get ready at {url}")

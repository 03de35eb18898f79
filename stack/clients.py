"""The official clients, opened on an `Endpoints` value. The same ones in production."""

from urllib.parse import urlsplit

import neo4j
import redis
import redis.asyncio
from minio import Minio

from stack.endpoints import Endpoints
from stack.errors import ServerNotRunning


def _given(value: str, name: str, variable: str) -> str:
    if not value:
        raise ServerNotRunning(
            f"{name} 没有运行，也没有设置地址：先运行 jicha up，或设置 {variable}",
            f"{name} is not running and has no address: run jicha up, or set {variable}",
        )
    return value


def neo4j_driver(endpoints: Endpoints, retry_seconds: float = 30) -> neo4j.AsyncDriver:
    """Async driver over Bolt; the caller closes it (`async with`).

    A managed transaction that finds the server away or another one in its way is tried again for
    `retry_seconds`.
    """
    uri = _given(endpoints.neo4j_uri, "Neo4j", "JICHA_NEO4J_URI")
    return neo4j.AsyncGraphDatabase.driver(
        uri,
        auth=(endpoints.neo4j_user, endpoints.neo4j_password),
        notifications_min_severity="OFF",
        connection_acquisition_timeout=30,
        max_transaction_retry_time=retry_seconds,
    )


def valkey(endpoints: Endpoints) -> redis.Redis:
    """Blocking client of the broker; answers are `str`."""
    url = _given(endpoints.broker_url, "Valkey", "JICHA_BROKER_URL")
    return redis.Redis.from_url(url, decode_responses=True, health_check_interval=30)


def valkey_async(endpoints: Endpoints) -> redis.asyncio.Redis:
    """Async client of the broker; answers are `str`. The caller closes it (`aclose`)."""
    url = _given(endpoints.broker_url, "Valkey", "JICHA_BROKER_URL")
    return redis.asyncio.Redis.from_url(url, decode_responses=True, health_check_interval=30)


def object_client(endpoints: Endpoints, address: str | None = None) -> Minio:
    """S3 client of the object store; `address` is another name that browsers reach it under."""
    url = urlsplit(address or _given(endpoints.s3_endpoint, "S3", "JICHA_S3_ENDPOINT"))
    return Minio(
        url.netloc,
        access_key=endpoints.s3_access_key,
        secret_key=endpoints.s3_secret_key,
        secure=url.scheme == "https",
        region="us-east-1",
    )

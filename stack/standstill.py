"""Nobody writes: every service held, the applications stopped, no other command at work."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from stack.errors import ServerNotRunning, UnderMaintenance
from stack.ground import embedded
from stack.home import Home
from stack.maintenance import maintenance
from stack.process import recorded
from stack.roster import STOP_ORDER, roster
from stack.service import Say, Service
from stack.settings import Settings
from stack.users import live_users


def all_embedded(settings: Settings) -> dict[str, Service]:
    """Every service by name. Raises `ServerNotRunning` when one of the stores is an outside one."""
    if set(embedded(settings)) != {"neo4j", "valkey", "s3"}:
        raise ServerNotRunning(
            "外部的 Neo4j 或对象存储要用它们自己的工具备份和恢复，见 docs/deploy.md",
            "an outside Neo4j or object store is backed up and restored by its own tools, see "
            "docs/deploy.md",
        )
    return {post.service.name: post.service for post in roster(settings)}


@contextmanager
def standstill(settings: Settings, reason: str, say: Say) -> Iterator[dict[str, Service]]:
    """Hold everything and stop API, worker and beat; the supervisor starts them again afterwards.

    The servers still run (the caller stops those whose files it reads). Raises
    `UnderMaintenance` when another command uses a server.
    """
    services = all_embedded(settings)
    home = Home(settings.home)
    with maintenance(home, services, reason):
        supervisor = recorded(home.run / "supervisor.json")
        own = {os.getpid(), supervisor.pid if supervisor else 0}
        for name in ("neo4j", "s3"):
            others = live_users(home, name) - own
            if others:
                numbers = ", ".join(str(pid) for pid in sorted(others))
                raise UnderMaintenance(
                    f"还有别的命令在用 {name}（进程 {numbers}），请等它结束后再试",
                    f"another command uses {name} (process {numbers}); try again when it is done",
                )
        for group in STOP_ORDER[:2]:
            for name in group:
                services[name].stop(say)
        yield services

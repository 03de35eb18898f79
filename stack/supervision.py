"""The supervisor seen from outside: start it in the background, ask it, end it."""

import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psutil

from stack import process
from stack.errors import ServerFailed
from stack.home import Home, read_json
from stack.process import Launch
from stack.roster import STOP_ORDER, refuse_taken_ports, roster
from stack.service import Say, Service
from stack.settings import Settings
from stack.users import in_use

FIRST_START_SECONDS = 600.0
DOWN_SECONDS = 150.0
LOOK_SECONDS = 0.2


def supervisor_process(home: Home) -> psutil.Process | None:
    """The live supervisor of this home."""
    return process.recorded(home.run / "supervisor.json") or process.recorded(
        home.run / "supervisor.pid.json"
    )


def reported(home: Home) -> list[dict[str, Any]]:
    """What the live supervisor says of its services; nothing when it was killed."""
    path = home.run / "supervisor.json"
    if process.recorded(path) is None:
        return []
    services: list[dict[str, Any]] = read_json(path).get("services", [])
    return services


def up(settings: Settings, say: Say) -> bool:
    """Start the supervisor in the background; returns when everything runs.

    False when it runs already. Raises `ServerFailed` with the reason when a port is taken or a
    service does not come up (the supervisor is ended again).
    """
    home = Home(settings.home)
    if supervisor_process(home):
        return False
    refuse_taken_ports(roster(settings))
    launch = Launch(
        [sys.executable, "-m", "stack.supervisor"], home.tmp, {"JICHA_HOME": str(home.root)}
    )
    log = home.logs / "supervisor.log"
    child = process.spawn(launch, home.run / "supervisor.pid.json", log)
    _follow(home, say, lambda: child.poll() is not None)
    return True


def _follow(home: Home, say: Say, ended: Callable[[], bool]) -> None:
    """Say each change of state until all run; raise when the supervisor ends or one fails."""
    seen: dict[str, str] = {}
    end = time.monotonic() + FIRST_START_SECONDS
    while time.monotonic() < end:
        services = reported(home)
        for item in services:
            if seen.get(item["name"]) != item["state"]:
                seen[item["name"]] = item["state"]
                say(f"{item['title']}: {item['state']}")
        if services and all(item["state"] == "running" for item in services):
            return
        failed = [item for item in services if item["state"] == "backing_off"]
        if failed or ended():
            why = f"supervisor: {home.logs / 'supervisor.log'}"
            zh, en = (failed[0]["error"], failed[0]["error_en"]) if failed else (why, why)
            _end_supervisor(home)
            raise ServerFailed(f"启动失败：{zh}", f"start failed: {en}")
        time.sleep(LOOK_SECONDS)
    _end_supervisor(home)
    raise ServerFailed(
        f"十分钟内没有全部启动，见 {home.logs}",
        f"not everything started within 10 min, see {home.logs}",
    )


def _end_supervisor(home: Home) -> bool:
    live = supervisor_process(home)
    if live is None:
        return False
    live.terminate()
    process.wait_until(lambda: supervisor_process(home) is None, DOWN_SECONDS)
    return True


def down(settings: Settings, say: Say) -> list[str]:
    """End the supervisor, which stops in order what it started; returns the stopped names.

    After a `kill -9` of the supervisor, what it left behind is stopped here.
    """
    home = Home(settings.home)
    services = {post.service.name: post.service for post in roster(settings)}
    before = [name for name, service in services.items() if service.running()]
    if _end_supervisor(home):
        say("监控进程已结束 / supervisor ended")
    else:
        _stop_leftovers(services, say)
    (home.run / "supervisor.pid.json").unlink(missing_ok=True)
    return [name for name in before if not services[name].running()]


def _stop_leftovers(services: dict[str, Service], say: Say) -> None:
    for group in STOP_ORDER:
        mine = [services[name] for name in group if name in services]
        free = [one for one in mine if not in_use(one.home, one.name)]
        with ThreadPoolExecutor(max(1, len(free))) as pool:
            list(pool.map(lambda one: one.stop(say), free))


def status(settings: Settings) -> dict[str, Any]:
    """What runs: each service with state, pid, restarts and whether it answers now."""
    home = Home(settings.home)
    live = supervisor_process(home)
    told = {item["name"]: item for item in reported(home)}
    posts = [post.service for post in roster(settings)]
    with ThreadPoolExecutor(len(posts)) as pool:
        rows = list(pool.map(lambda one: _row(one, told.get(one.name, {})), posts))
    return {
        "supervisor": live.pid if live else None,
        "home": str(home.root),
        "services": rows,
        "healthy": bool(live) and all(row["healthy"] for row in rows),
    }


def _row(service: Service, told: dict[str, Any]) -> dict[str, Any]:
    found = service.running()
    healthy = found is not None and service.ready()
    state = told.get("state") or ("running" if found else "stopped")
    return {
        "name": service.name,
        "title": service.title,
        "state": state,
        "healthy": healthy,
        "pid": found.pid if found else None,
        "ports": service.ports,
        "restarts": told.get("restarts", 0),
        "pause_seconds": told.get("pause_seconds", 0.0),
        "since": told.get("since", ""),
        "error": told.get("error", ""),
        "error_en": told.get("error_en", ""),
        "log": str(service.log),
    }

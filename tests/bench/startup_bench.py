"""Second start of a loaded county to a usable desk, beside the same services one after another.

Usable means that the front door says it can serve: Neo4j and Valkey answer, the desk's page comes.
A busy machine stretches the seconds; the processor time of all services together says how long an
idle one of this many cores would need at least.
"""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import psutil

JICHA = Path(sys.executable).parent / "jicha"
GOAL_SECONDS = 15
STARTED = re.compile(r"started \((\d+\.\d) s\)")


def run(context: Any) -> dict[str, Any]:
    """Load the map once, start and stop once (which fills the caches), then measure."""
    port = str(choose_free_port())
    environment = {**os.environ, "JICHA_HOME": str(context.home), "JICHA_API_PORT": port}
    jicha(environment, "graph", "load")
    start(environment)
    rounds = [start(environment) for _ in range(context.rounds)]
    best = min(rounds, key=lambda one: one["desk_seconds"])
    return {
        "goal_seconds": GOAL_SECONDS,
        **best,
        "rounds": [one["desk_seconds"] for one in rounds],
        "load_average": os.getloadavg()[0],
    }


def start(environment: dict[str, str]) -> dict[str, Any]:
    """Start everything, wait for the desk, stop everything."""
    begun = time.monotonic()
    supervisor = subprocess.Popen(
        [JICHA, "up", "--foreground"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        until_desk(f"http://127.0.0.1:{environment['JICHA_API_PORT']}", supervisor)
        seconds = time.monotonic() - begun
        status = json.loads(jicha(environment, "status", "--json").splitlines()[-1])
        processor = processor_seconds(status)
    finally:
        supervisor.terminate()
        told, _ = supervisor.communicate(timeout=120)
    alone = sum(float(found) for found in STARTED.findall(told))
    return {
        "desk_seconds": round(seconds, 1),
        "one_after_another_seconds": round(alone, 1),
        "processor_seconds": round(processor, 1),
        "idle_at_least_seconds": round(processor / (os.cpu_count() or 1), 1),
    }


def until_desk(address: str, supervisor: "subprocess.Popen[str]") -> None:
    """Ask as a browser does until the page and its stores are there."""
    while supervisor.poll() is None:
        if answers(f"{address}/healthz") and answers(f"{address}/inbox"):
            return
        time.sleep(0.1)
    raise RuntimeError("the supervisor ended")


def choose_free_port() -> int:
    """A port that nobody has now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(address: str) -> bool:
    """Whether the address answers 200."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def processor_seconds(status: dict[str, Any]) -> float:
    """User and system time of every service and its children until now."""
    total = 0.0
    for service in status["services"]:
        if service["pid"]:
            process = psutil.Process(service["pid"])
            for one in [process, *process.children(recursive=True)]:
                used = one.cpu_times()
                total += used.user + used.system
    return total


def jicha(environment: dict[str, str], *words: str) -> str:
    """Run a command; returns what it printed."""
    done = subprocess.run(
        [JICHA, *words], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout

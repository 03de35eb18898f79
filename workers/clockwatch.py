"""Whether the clock may be believed: it is compared with a clock that nobody can set.

The kernel counts the seconds since it started, also those it slept. Between two looks of one run of the
workers both clocks must have gone on alike; where they have not, somebody or something set the time, and what
would be written as expired might not be. docs/adr/0131.
"""

import json
import os
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import redis

#: A clock that is kept by NTP is put right by less.
TOLERATED: Final = timedelta(minutes=5)
BOOT: Final = Path("/proc/sys/kernel/random/boot_id")
#: A run of the workers that did not look for so long starts anew.
KEEP: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Look:
    """What the clock showed (`at`), and the seconds that the machine had run then."""

    at: datetime
    ran: float

    def expected(self, ran: float) -> datetime:
        """What the clock must show once the machine has run so many seconds."""
        return self.at + timedelta(seconds=ran - self.ran)


def since_start() -> float:
    """Seconds since the machine started, sleep included where the system counts it."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def this_run() -> str:
    """The run of the workers: the machine's start, their parent and its start (in a container every run has
    the same parent). A new run believes the clock that it finds: whoever starts the servers has it before
    his eyes."""
    parent = os.getppid()
    stat = Path(f"/proc/{parent}/stat")
    # After the name, which may hold blanks, the start is the 20th field (proc(5), `starttime`).
    began = stat.read_text("utf-8").rpartition(")")[2].split()[19] if stat.is_file() else ""
    boot = BOOT.read_text("ascii").strip() if BOOT.is_file() else ""
    return f"{boot}:{parent}:{began}"


def jumped(client: redis.Redis, run: str, now: Look) -> Look | None:
    """The last look that could be believed, where the clock was set since; `None` where it went on.

    A look that is not believed is not kept: once the clock is right again, it is believed again.
    """
    key = f"jicha:clock:{run}"
    kept = client.get(key)
    if isinstance(kept, str):
        at, ran = json.loads(kept)
        before = Look(datetime.fromisoformat(at), float(ran))
        if abs(now.at - before.expected(now.ran)) > TOLERATED:
            return before
    client.set(key, json.dumps([now.at.isoformat(), now.ran]), ex=KEEP)
    return None

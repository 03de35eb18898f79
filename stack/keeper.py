"""One thread a service: start it, watch it, start it again with growing pauses."""

import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Literal

from stack.errors import StackError, UnderMaintenance
from stack.maintenance import held_by
from stack.service import Say, Service

State = Literal["waiting", "starting", "running", "backing_off", "maintenance", "stopped"]
FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 60.0
# One that ran this long is taken for healthy again: its next pause is short.
STABLE_SECONDS = 60.0
LOOK_SECONDS = 0.5


@dataclass
class Report:
    """What `jicha status` shows of a service; `pause_seconds`: how long it rests before the next try."""

    name: str
    title: str
    state: State = "waiting"
    pid: int | None = None
    restarts: int = 0
    since: str = ""
    error: str = ""
    error_en: str = ""
    pause_seconds: float = 0.0


class Keeper(threading.Thread):
    """Keeps one service running until `halt` is set."""

    def __init__(
        self,
        service: Service,
        may_start: Callable[[], bool],
        changed: Callable[[], None],
        say: Say,
        halt: threading.Event,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(name=service.name, daemon=True)
        self.service = service
        self.report = Report(service.name, service.title)
        self._may_start, self._changed, self._say, self._halt = may_start, changed, say, halt
        self._clock = clock
        self._pause = FIRST_PAUSE_SECONDS
        self._started_at = 0.0
        self._died = False
        self._untold = False

    def run(self) -> None:
        """Look, act, wait; until told to halt."""
        while not self._halt.is_set():
            self._halt.wait(self.look())

    def look(self) -> float:
        """One step; where nothing can be written, as on a full disk, the watch goes on all the same."""
        try:
            if self._untold:
                self._tell()
            return self.step()
        except OSError:
            return LOOK_SECONDS

    def step(self) -> float:
        """One look at the service; returns the seconds until the next."""
        live = self.service.running()
        if held_by(self.service.home, self.service.name):
            self._died = False
            self._note("maintenance")
        elif live is not None and self.report.state == "running":
            if self.service.outdated():
                self._say(
                    f"{self.service.title}: 服务器地址已变，重新启动 / "
                    f"{self.service.title}: a server moved, restarting"
                )
                self.service.stop(self._say)
                self._note("waiting")
                return 0.0
            if self._clock() - self._started_at > STABLE_SECONDS:
                self._pause = FIRST_PAUSE_SECONDS
        elif self.report.state == "running":
            return self._back_off("进程结束", "process ended")
        elif self._may_start():
            return self._start()
        return LOOK_SECONDS

    def _start(self) -> float:
        self._note("starting")
        try:
            self.service.start(self._say)
        except UnderMaintenance:
            return LOOK_SECONDS
        except StackError as error:
            return self._back_off(error.message_zh, error.message_en)
        except OSError as error:
            return self._back_off(str(error), str(error))
        self.report.restarts += self._died
        self._died = False
        self._started_at = self._clock()
        live = self.service.running()
        self._note("running", pid=live.pid if live else None)
        return LOOK_SECONDS

    def _back_off(self, zh: str, en: str) -> float:
        pause, self._pause = self._pause, min(self._pause * 2, LONGEST_PAUSE_SECONDS)
        self._died = True
        self._note("backing_off", error=(zh, en), pause=pause)
        self._say(
            f"{self.service.title}: {zh}；{pause:.0f} 秒后重启 / "
            f"{self.service.title}: {en}; restart in {pause:.0f} s"
        )
        return pause

    def _note(
        self,
        state: State,
        pid: int | None = None,
        error: tuple[str, str] = ("", ""),
        pause: float = 0.0,
    ) -> None:
        report = self.report
        if state == report.state and not any(error):
            return
        report.state, report.pid, report.pause_seconds = state, pid, pause
        # What ended it is still told while it starts again.
        if state != "starting":
            report.error, report.error_en = error
        report.since = datetime.now(UTC).isoformat(timespec="seconds")
        self._tell()

    def _tell(self) -> None:
        self._untold = True
        self._changed()
        self._untold = False

    def snapshot(self) -> dict[str, object]:
        """The report as a JSON object."""
        return asdict(self.report)

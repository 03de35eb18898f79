"""What a load did."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Progress = Callable[[str, int, int | None], None]
Mode = Literal["online", "offline", "unchanged"]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """Counts of nodes by kind and relationships by type in the map after the load.

    `written` and `removed` are rows that this load changed, `settlements` those of them that are
    settlements. `seconds` in all, `phases` seconds by phase; `rate` settlements written a second
    over all of it, `write_rate` over the writing alone.
    """

    mode: Mode
    run_id: str
    at: datetime
    nodes: Mapping[str, int]
    relationships: Mapping[str, int]
    written: int
    removed: int
    settlements: int
    seconds: float
    rate: float
    write_rate: float
    phases: Mapping[str, float]


class Watch:
    """Passes progress on and keeps how long each phase took."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._began = time.perf_counter()
        self._phase, self._since = "", self._began
        self._phases: dict[str, float] = {}

    def __call__(self, phase: str, done: int, total: int | None) -> None:
        """The same signature as `Progress`."""
        if phase != self._phase:
            self._turn(phase)
        self._progress(phase, done, total)

    def _turn(self, phase: str) -> None:
        now = time.perf_counter()
        if self._phase:
            spent = self._phases.get(self._phase, 0.0) + now - self._since
            self._phases[self._phase] = spent
        self._phase, self._since = phase, now

    def end(self) -> tuple[float, dict[str, float]]:
        """Seconds in all, and by phase."""
        self._turn("")
        phases = {name: round(seconds, 3) for name, seconds in self._phases.items()}
        return time.perf_counter() - self._began, phases

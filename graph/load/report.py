"""What a load did."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Progress = Callable[[str, int, int | None], None]
Mode = Literal["online", "offline", "unchanged"]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """Counts of nodes by kind and relationships by type in the map after the load.

    `written` and `removed` are rows that this load changed; `rate` is settlements a second.
    """

    mode: Mode
    run_id: str
    at: datetime
    nodes: Mapping[str, int]
    relationships: Mapping[str, int]
    written: int
    removed: int
    seconds: float
    rate: float

"""How a channel compares days, what it reads, and a group that it finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.rings.days.norms import Rules
from graph.rings.days.rhythm import keeps_beat

#: Members meet when more than this share comes within the window of minutes, or where times of day
#: are not known on the day itself, or exactly on the day whatever the time. Personal rhythms that
#: happen to agree reach 0.8 of the first.
AT_THE_TIME, ON_THE_DAY, EXACTLY = 0.84, 0.7, 0.9


@dataclass(frozen=True)
class Method:
    """What differs between channels: see `norms.Rules`. `least` is the overlap of a seed, `cut` its
    p; `slot` the minutes of the hours that are compared as well; `rhythm` the least visits that make
    a personal rhythm, which luck must bring less often than `luck`, and of which up to
    `skips` beats may lie between two visits; `weekly` whether chance keeps
    weekdays."""

    least_events: int = 3
    least_present: int = 3
    window: int = 75
    base: float = 0.3
    stays: bool = False
    least: int = 3
    cut: float = 3e-4
    slot: int = 150
    rhythm: int = 6
    luck: float = 0.002
    skips: int = 2
    weekly: bool = True
    together: bool = True

    @property
    def rules(self) -> Rules:
        """What the kernels need of it."""
        return Rules(
            self.least_events,
            self.least_present,
            self.window,
            self.base,
            self.stays,
            self.together,
            self.least,
            self.cut,
            self.slot,
        )


class Columns(NamedTuple):
    """Appearances as read: codes of persons, places and doctors (-1 none), days from 1, moments, and
    which are registered as chronic care."""

    person: NDArray[np.int32]
    place: NDArray[np.int32]
    doctor: NDArray[np.int32]
    day: NDArray[np.int32]
    moment: NDArray[np.int16]
    chronic: NDArray[np.bool_]
    persons: int
    places: int
    doctors: int
    days: int


@dataclass(frozen=True)
class Found:
    """A group: codes of members with their log ratios, events as (place, day), score and habits;
    `steady` is the share of members who keep a beat of their own."""

    members: NDArray[np.int32]
    weights: NDArray[np.float32]
    events: tuple[tuple[int, int], ...]
    score: float
    attend: float
    exact: float
    timely: float
    steady: float = 0.0

    def cells(self, stride: int) -> NDArray[np.int32]:
        """The events as cells of a walk."""
        return np.array([place * stride + day for place, day in self.events], dtype=np.int32)

    @property
    def meets(self) -> bool:
        """Whether the members come at the same time, or at least on the same day, rather than about
        then; times of day that nobody knows say nothing."""
        if not self.timely:
            return self.exact > ON_THE_DAY
        return self.timely > AT_THE_TIME or self.exact > EXACTLY

    @property
    def beat(self) -> float:
        """Share of the gaps between the events that keep a beat; 0 when it shows none."""
        return keeps_beat([day for _, day in self.events])


def flat(
    groups: Sequence[Found], stride: int
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int64], NDArray[np.int32]]:
    """Groups as kernels take them: where the members of each start, members, where its events start,
    events as cells."""
    nobody = np.zeros(0, dtype=np.int32)
    opens = np.cumsum([0, *(len(g.members) for g in groups)]).astype(np.int64)
    closes = np.cumsum([0, *(len(g.events) for g in groups)]).astype(np.int64)
    places = np.array([place for g in groups for place, _ in g.events], dtype=np.int64)
    days = np.array([day for g in groups for _, day in g.events], dtype=np.int64)
    members = np.concatenate([nobody, *(g.members for g in groups)])
    return opens, members, closes, (places * stride + days).astype(np.int32)

"""Values of ring detection. Days count from 1970-01-01; amounts are Decimal yuan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
#: Day 0.
EPOCH = date(1970, 1, 1)


#: Kinds of visits that are channels, too.
KINDS = frozenset({"outpatient", "inpatient", "pharmacy"})


class Route(StrEnum):
    """Where a synchronised group goes. Only RING is a suspicion; the others are kept with what spoke for
    them and never dropped: lawful reasons, UNDECIDED where the data cannot tell a family from a ring,
    and PROVINCE for groups of the province's pairs, which nothing has routed."""

    RING = "ring"
    HOUSEHOLD = "household"
    CARE_HOME = "care_home"
    PERIODIC = "periodic_care"
    FOLLOW_UP = "follow_up_day"
    UNDECIDED = "undecided"
    PROVINCE = "province"


class Change(StrEnum):
    """What became of a ring since the last run, by its members. ENDED is set on what the run did not
    find again."""

    NEW = "new"
    SAME = "same"
    GROWN = "grown"
    SHRUNK = "shrunk"
    EXCHANGED = "exchanged"
    SPLIT = "split"
    MERGED = "merged"
    ENDED = "ended"


@dataclass(frozen=True)
class Reason:
    """A sentence for (`supports`) or against, with the figure that it rests on."""

    code: str
    zh: str
    en: str
    value: float
    supports: bool


@dataclass(frozen=True)
class Group:
    """A synchronised group of one channel, by the data's own keys.

    `events` are (fixmedins_code, day); `expected_days[j]` is what habit alone brings of the members
    to event j; `evidence[i]` what member i's attendance says (natural log ratio). `attend`, `exact`
    and `timely` are the shares of members at an event, of those on the day itself, and of those
    within the channel's window of minutes (0 unknown); `beat` the share of gaps that keep a rhythm,
    `steady` that of members who keep a rhythm of their own there.
    `p_value` is the chance of any group of this score in the whole data set, `q_value` the expected
    share of chance among the groups of at least this score, `threshold` the channel's cut.

    A channel that finds people without joint days gives periods instead: event j lasts from its day
    to `until[j]`, and all visits to one of `doctors` belong to it. `told` is what such a channel says
    of chance in its own words.
    """

    channel: str
    members: tuple[str, ...]
    events: tuple[tuple[str, int], ...]
    score: float
    seen: int
    expected_days: tuple[float, ...]
    evidence: tuple[float, ...]
    p_value: float
    q_value: float
    threshold: float
    attend: float
    exact: float
    timely: float
    beat: float
    steady: float = 0.0
    until: tuple[int, ...] = ()
    doctors: tuple[str, ...] = ()
    told: tuple[Reason, ...] = ()

    @property
    def by_day(self) -> bool:
        """Whether the members meet on days, rather than come to the same doctors over months."""
        return not self.until

    @property
    def kind(self) -> str | None:
        """The kind of visits that it speaks of; None for all."""
        if self.channel in KINDS:
            return self.channel
        return None if self.by_day else "outpatient"

    @cached_property
    def expected(self) -> float:
        """Appearances that habit alone would bring."""
        return round(sum(self.expected_days), 3)


@dataclass(frozen=True)
class Share:
    """An institution or doctor with its number of joint visits."""

    code: str
    visits: int


@dataclass(frozen=True)
class JointDay:
    """A joint day at an institution: members seen, and what chance expects. A period of a channel
    without joint days lasts `until`."""

    day: date
    fixmedins_code: str
    attended: int
    expected: float
    until: date | None = None


@dataclass(frozen=True)
class Member:
    """A person of a ring: joint days attended, money of those visits, ties to other members.

    `role` is core, member or bridge (holds otherwise separate parts together); `evidence` what the
    attendance says for membership (natural log ratio); `alone` his other visits to the places.
    """

    psn_no: str
    attended: int
    amount: Decimal
    shared: tuple[str, ...] = ()
    role: str = "member"
    evidence: float = 0.0
    alone: int = 0


@dataclass(frozen=True)
class Mark:
    """One appearance in the grid: member and day by position, days off (-1, 0, 1; in a period the days
    since its first), minute of the day and doctor where known, amount, and the visit that supports it."""

    member: int
    day: int
    off: int
    minute: int | None
    doctor: str | None
    amount: Decimal
    mdtrt_id: str


@dataclass(frozen=True)
class Sensitivity:
    """What a threshold `factor` times as strict would leave: whether the ring stands, and members."""

    factor: float
    stands: bool
    members: int


@dataclass(frozen=True)
class Shared:
    """An attribute that several members have in common: context, never a ring by itself."""

    kind: str
    value: str
    members: tuple[int, ...]


@dataclass(frozen=True)
class Ring:
    """A group with its route and everything that explains it.

    `grid[i][j]`: member i on joint day j: 0 absent, 1 present, 2 present with the ring's doctor.
    A `brief` ring is one that routing put aside: grid, marks, roles, what is shared and sensitivity are
    made when somebody opens it (`unfold.py`), not for tens of thousands of families at once.
    `joined` and `left` are persons beside the rings that it comes from (`changed_from`).
    """

    ring_id: str
    route: Route
    route_reason: str
    route_reason_en: str
    channel: str
    score: float
    expected_by_chance: float
    seen: int
    amount: Decimal
    members: tuple[Member, ...]
    days: tuple[JointDay, ...]
    institutions: tuple[Share, ...]
    doctors: tuple[Share, ...]
    grid: tuple[tuple[int, ...], ...]
    reasons: tuple[Reason, ...]
    p_value: float = 1.0
    q_value: float = 1.0
    threshold: float = 0.0
    marks: tuple[Mark, ...] = ()
    sensitivity: tuple[Sensitivity, ...] = ()
    shared: tuple[Shared, ...] = ()
    fee_ratio: float = 0.0
    change: Change = Change.NEW
    changed_from: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    brief: bool = False

    @property
    def patients(self) -> tuple[str, ...]:
        """The members' numbers, in the grid's order."""
        return tuple(member.psn_no for member in self.members)


@dataclass(frozen=True)
class ChannelReport:
    """What a channel looked at, and why it may have found nothing.

    `threshold` is the score above which the whole run is expected to bring `allowed` chance groups;
    `null_scores` are those that `permutations` of the same data reached (highest first, with the
    fitted tail `null_often`·(1 + `null_rate`·(score − `null_floor`) / `null_weight`)^−`null_weight` a run).
    """

    channel: str
    appearances: int
    groups: int
    note_zh: str
    note_en: str
    threshold: float | None = None
    permutations: int = 0
    null_scores: tuple[float, ...] = ()
    null_often: float = 0.0
    null_rate: float = 0.0
    null_weight: float = 0.0
    null_floor: float = 0.0
    facts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Oddity:
    """A record that no person can have made (more visits a day than anybody makes): named, left out."""

    psn_no: str
    visits: int
    days: int


@dataclass(frozen=True)
class Frequent:
    """A person with more visit days at one institution than a year has weeks: treatment by its own
    rhythm (dialysis), left out of the comparison of days and kept in a queue of his own.

    `days` of visits from `first_day` to `last_day`, `amount` in yuan, `periodic_share` of the visits
    registered as chronic or periodic care; the commonest diagnosis, empty where unknown.
    """

    psn_no: str
    fixmedins_code: str
    channel: str
    days: int
    first_day: date
    last_day: date
    amount: Decimal
    periodic_share: float
    diagnosis: str
    reason_zh: str
    reason_en: str


@dataclass(frozen=True)
class Detection:
    """The outcome of a run over the whole store."""

    rings: tuple[Ring, ...]
    channels: tuple[ChannelReport, ...]
    seed: int
    first_day: date | None = None
    last_day: date | None = None
    batch_ids: tuple[str, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    frequent: tuple[Frequent, ...] = ()
    note_zh: str = ""
    note_en: str = ""

"""Values of a ring's dossier that are read from the store. Amounts are Decimal yuan, shares 0 to 1."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from graph.rings.model import Shared


@dataclass(frozen=True, slots=True)
class Record:
    """The visit and the settlements behind one mark of the grid (`mark` by position). `amount` and
    `fund` are net of refunds; `setl_ids` in order of time."""

    mark: int
    mdtrt_id: str
    setl_ids: tuple[str, ...]
    fixmedins_code: str
    med_type: str
    begins: datetime | None
    ends: datetime | None
    settled: datetime | None
    diagnosis: str
    periodic: bool
    bed: str
    terminals: tuple[str, ...]
    amount: Decimal
    fund: Decimal


class Basis(StrEnum):
    """Who the peers of a fee are, the closest first that has enough visits."""

    #: Other institutions of the same type and grade.
    GRADE = "grade"
    #: Other institutions of the same type.
    TYPE = "type"
    #: The other visits of the institution itself: there is no other of its type.
    PLACE = "place"
    #: Too few to compare with.
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FeeRow:
    """The joint visits of a month, kind and institution beside those of its peers. `excess` sums what
    each bill lies above (below: negative) the peers' median."""

    month: str
    med_type: str
    fixmedins_code: str
    visits: int
    median: Decimal
    basis: Basis
    peer_visits: int
    peer_median: Decimal | None
    peer_low: Decimal | None
    peer_high: Decimal | None
    excess: Decimal | None


@dataclass(frozen=True, slots=True)
class Fees:
    """All rows; `ratio` is the median over the visits of bill to peers' median, None without peers."""

    rows: tuple[FeeRow, ...]
    compared: int
    ratio: float | None
    excess: Decimal


@dataclass(frozen=True, slots=True)
class Draw:
    """What chance makes of the same people: in each of `runs` permutations the most appearances that
    as many days can show. `counts` are (appearances, permutations), ascending; `seen` the real ones,
    and `reached` how many permutations came up to them. `runs` 0: nothing to permute."""

    runs: int
    seen: int
    reached: int
    mean: float
    most: int
    counts: tuple[tuple[int, int], ...]

    @property
    def p_value(self) -> float:
        """The share of permutations that reach what was seen, the real data counted among them."""
        return (self.reached + 1) / (self.runs + 1)


@dataclass(frozen=True, slots=True)
class Check:
    """One of the questions that a defence would ask, with the figure found; `against` where it speaks
    against the suspicion."""

    code: str
    value: float
    against: bool
    zh: str
    en: str


class Booking(StrEnum):
    """What a bill does: a charge, what takes one back, or a charge within days of that."""

    CHARGE = "charge"
    REFUND = "refund"
    RECHARGE = "recharge"


@dataclass(frozen=True, slots=True)
class Bill:
    """A settlement of a member, or a single line of one, on a day on which something was taken back; the
    joint day by position, None for a charge of another day that was taken back on it. `takes_back` is the
    settlement or line that a refund names; `feedetl_sn` and `item` are a line's, empty of a settlement."""

    member: int
    day: int | None
    mdtrt_id: str
    setl_id: str
    at: datetime
    amount: Decimal
    booking: Booking
    takes_back: str = ""
    feedetl_sn: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many members and how many others came to at least so many of the joint days."""

    days: int
    members: int
    others: int


@dataclass(frozen=True, slots=True)
class Support:
    """The marks (by position) that carry the sentence with this code."""

    code: str
    marks: tuple[int, ...]


@dataclass(frozen=True)
class Figures:
    """Everything that the store adds to a ring. `missing` counts marks whose visit is no longer
    there: a batch was withdrawn or replaced since detection."""

    records: tuple[Record, ...]
    missing: int
    fees: Fees
    draw: Draw
    ties: tuple[Shared, ...]
    checks: tuple[Check, ...]
    supports: tuple[Support, ...]
    refunds: tuple[Bill, ...] = ()
    reaches: tuple[Reach, ...] = ()

"""The map's shape: every kind of node and relationship that is loaded from claims.

These declarations are the single source: the loaders, the offline import's headers and the sweep
follow them. Times are the interface's wall time of Asia/Shanghai (LocalDateTime); amounts are kept
twice, as the decimal text of the bill and as whole fen, so that sums in Cypher are exact.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

PropertyType = Literal["string", "long", "date", "localdatetime", "long[]"]
# How a personal property is masked (`casework.masking`); birth keeps the year.
Mask = Literal["name", "certno", "birth", "tel", "address"]


@dataclass(frozen=True, slots=True)
class Property:
    """One property, its type as the offline importer names it, and its meaning.

    A personal one is masked, by `mask`, for everybody who has not stated a purpose.
    """

    name: str
    type: PropertyType
    meaning: str
    mask: Mask | None = None


@dataclass(frozen=True, slots=True)
class OwnedLink:
    """A relationship that a row brings along: `column` of the row holds the other end's key.

    `incoming` means that the relationship points at the row's own node.
    """

    type: str
    column: str
    target: str
    incoming: bool = False


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A kind of node: `table` is its staging table, `key` its unique property."""

    label: str
    table: str
    key: str
    properties: tuple[Property, ...]
    links: tuple[OwnedLink, ...] = ()

    @property
    def stored(self) -> tuple[Property, ...]:
        """All properties as they stand in the graph: key first, bookkeeping last."""
        return (Property(self.key, "string", "key"), *self.properties, *BOOKKEEPING)


@dataclass(frozen=True, slots=True)
class PairKind:
    """A relationship that sums up all settlements between two nodes."""

    type: str
    table: str
    source: str
    source_column: str
    target: str
    target_column: str

    @property
    def stored(self) -> tuple[Property, ...]:
        """The properties of the relationship."""
        return (*SUMS, BOOKKEEPING[-1])


# The digest covers properties and links of a row; equal digests mean that nothing is to do.
BOOKKEEPING: Final = (
    Property("batch_id", "string", "import batch that brought the row"),
    Property("digest", "long", "63-bit digest of the row"),
)
SUMS: Final = (
    Property("count", "long", "settlements"),
    Property("medfee_fen", "long", "total fee, fen"),
    Property("fund_fen", "long", "paid by the fund, fen"),
    Property("first", "localdatetime", "first settlement"),
    Property("last", "localdatetime", "last settlement"),
    Property("days", "long[]", "days with a settlement, counted from 1970-01-01"),
)
SHARERS: Final = Property("sharers", "long", "number of distinct patients")

PATIENT: Final = NodeKind(
    "Patient",
    "map_patient",
    "psn_no",
    (
        Property("psn_name", "string", "name", "name"),
        Property("gend", "string", "sex: 1 male, 2 female"),
        Property("brdy", "date", "date of birth", "birth"),
        Property("certno", "string", "ID number", "certno"),
        Property("insutype", "string", "kind of insurance"),
        Property("psn_type", "string", "kind of person"),
    ),
    (
        OwnedLink("HAS_PHONE", "phone_key", "Phone"),
        OwnedLink("LIVES_AT", "address_key", "Address"),
        OwnedLink("EMPLOYED_BY", "employer_key", "Employer"),
    ),
)
DOCTOR: Final = NodeKind(
    "Doctor",
    "map_doctor",
    "prac_psn_code",
    (
        Property("prac_psn_name", "string", "name"),
        Property("prac_psn_type", "string", "kind of staff"),
        Property("dept_codg", "string", "department"),
        Property("fixmedins_code", "string", "institution of registration"),
        SHARERS,
    ),
    (OwnedLink("WORKS_AT", "works_at", "Institution"),),
)
INSTITUTION: Final = NodeKind(
    "Institution",
    "map_institution",
    "fixmedins_code",
    (
        Property("fixmedins_name", "string", "name"),
        Property("fixmedins_type", "string", "1 hospital, 2 pharmacy"),
        Property("hosp_lv", "string", "grade"),
        Property("address", "string", "address"),
        Property("lon", "string", "longitude, degrees"),
        Property("lat", "string", "latitude, degrees"),
        Property("beds", "long", "number of beds"),
        SHARERS,
        Property("settlements", "long", "number of settlements"),
    ),
)
SETTLEMENT: Final = NodeKind(
    "Settlement",
    "map_settlement",
    "setl_id",
    (
        Property("mdtrt_id", "string", "visit"),
        Property("med_type", "string", "kind of treatment"),
        Property("setl_time", "localdatetime", "time of settlement"),
        Property("begntime", "localdatetime", "begin of the visit"),
        Property("endtime", "localdatetime", "end of the visit; none: still in hospital"),
        Property("diag_name", "string", "main diagnosis of the visit"),
        Property("refd_setl_flag", "string", "1 refund"),
        Property("medfee_sumamt", "string", "total fee, yuan"),
        Property("fund_pay_sumamt", "string", "paid by the fund, yuan"),
        Property("medfee_fen", "long", "total fee, fen"),
        Property("fund_fen", "long", "paid by the fund, fen"),
    ),
    (
        OwnedLink("HAS_SETTLEMENT", "psn_no", "Patient", incoming=True),
        OwnedLink("AT", "fixmedins_code", "Institution"),
        OwnedLink("TREATED_BY", "prac_psn_code", "Doctor"),
        OwnedLink("IN_BED", "bed_key", "Bed"),
        OwnedLink("SWIPED_ON", "terminal_key", "Terminal"),
    ),
)
PHONE: Final = NodeKind(
    "Phone", "map_phone", "key", (Property("value", "string", "phone number", "tel"), SHARERS)
)
ADDRESS: Final = NodeKind(
    "Address", "map_address", "key", (Property("value", "string", "address", "address"), SHARERS)
)
EMPLOYER: Final = NodeKind(
    "Employer", "map_employer", "key", (Property("value", "string", "employer"), SHARERS)
)
BED: Final = NodeKind(
    "Bed",
    "map_bed",
    "key",
    (
        Property("fixmedins_code", "string", "institution"),
        Property("dept_codg", "string", "department"),
        Property("bed", "string", "bed number"),
        SHARERS,
    ),
)
TERMINAL: Final = NodeKind(
    "Terminal",
    "map_terminal",
    "key",
    (
        Property("fixmedins_code", "string", "institution"),
        Property("terminal_no", "string", "terminal number"),
        SHARERS,
    ),
)
VISITED: Final = PairKind(
    "VISITED", "map_visited", "Patient", "psn_no", "Institution", "fixmedins_code"
)
SEEN_BY: Final = PairKind("SEEN_BY", "map_seen_by", "Patient", "psn_no", "Doctor", "prac_psn_code")

# In the order in which they are written: a row's links find their other end already there.
NODES: Final = (
    PHONE,
    ADDRESS,
    EMPLOYER,
    BED,
    TERMINAL,
    INSTITUTION,
    DOCTOR,
    PATIENT,
    SETTLEMENT,
)
PAIRS: Final = (VISITED, SEEN_BY)
ALL: Final[tuple[NodeKind | PairKind, ...]] = (*NODES, *PAIRS)
KINDS: Final = {kind.label: kind for kind in NODES}
# From how many patients on an attribute says little about two of them (a hospital's own phone).
CROWD: Final = 30
#: More people than this insured through one employer do not know each other: firms that lend out workers.
STAFF: Final = 200


def masks() -> dict[str, dict[str, Mask]]:
    """Personal properties: by name, then by the kind that has them, how they are masked."""
    found: dict[str, dict[str, Mask]] = {}
    for kind in NODES:
        for prop in kind.properties:
            if prop.mask is not None:
                found.setdefault(prop.name, {})[kind.label] = prop.mask
    return found


def link_types() -> Iterator[str]:
    """Every relationship type that belongs to the map; all others were made by people."""
    for kind in NODES:
        yield from (link.type for link in kind.links)
    yield from (pair.type for pair in PAIRS)

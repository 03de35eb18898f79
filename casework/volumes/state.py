"""What is known of a case's bound volumes: a part of the case's state."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from casework.hands import Hand


class VolumeKind(StrEnum):
    """正卷 is open to the party's inspection, 副卷 is not."""

    MAIN = "main"
    INNER = "inner"


VOLUMES: dict[VolumeKind, tuple[str, str]] = {
    VolumeKind.MAIN: ("正卷", "main volume"),
    VolumeKind.INNER: ("副卷", "inner volume"),
}


@dataclass(frozen=True)
class Entry:
    """One row of a catalogue (卷内目录). `source` names what is bound: form:W1 or evidence:E1.

    `scan` is the signed paper that stands in for the form's print; `responsible` is empty for the
    bureau itself.
    """

    source: str
    title: str
    number: str
    responsible: str
    on: date
    scan: str = ""


@dataclass(frozen=True)
class Paged:
    """A row with its pages in the bound volume; both 0 where the original lies elsewhere only."""

    entry: Entry
    first: int
    last: int


@dataclass(frozen=True)
class Volume:
    """A bound volume as it lies in the vault."""

    kind: VolumeKind
    sha256: str
    sm3: str
    size: int
    pages: int
    rows: tuple[Paged, ...]


@dataclass(frozen=True)
class Binding:
    """One binding of a case. A later one holds what came after it, and does not undo it.

    `retain_until`: the last day of the lock, which is renewed before it ends where the binding is
    `permanent`. `damaged`: SHA-256 of volumes of which a check said so.
    """

    version: int
    by: Hand
    at: datetime
    volumes: tuple[Volume, ...]
    retention: str
    retention_zh: str
    retention_en: str
    basis: str
    permanent: bool = False
    retain_until: date | None = None
    damaged: frozenset[str] = frozenset()

    def volume(self, kind: VolumeKind) -> Volume | None:
        """The volume of a kind."""
        return next((one for one in self.volumes if one.kind is kind), None)

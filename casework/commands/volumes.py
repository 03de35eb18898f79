"""Commands on the bound volumes of a case."""

from dataclasses import dataclass

from casework.commands.case import CaseCommand
from casework.volumes.state import VolumeKind


@dataclass(frozen=True)
class BoundVolume:
    """A volume in the vault: hashes, bytes, pages, and the first and last page of each row."""

    kind: VolumeKind
    sha256: str
    sm3: str
    size: int
    pages: int
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True)
class RecordBinding(CaseCommand):
    """Put the volumes on record that were bound from the case at version `bound_at`."""

    bound_at: int
    volumes: tuple[BoundVolume, ...]

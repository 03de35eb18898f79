"""Commands on the bound volumes of a case."""

from dataclasses import dataclass
from datetime import date

from casework.commands.case import CaseCommand
from casework.commands.evidence import DamageKind
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
    """Put the volumes on record that were bound from the case at version `bound_at`.

    `retain_until` is the last day of their lock in the vault.
    """

    bound_at: int
    volumes: tuple[BoundVolume, ...]
    retain_until: date


@dataclass(frozen=True, kw_only=True)
class HoldVolumes(CaseCommand):
    """The vault holds the volumes of a binding longer: what is kept for ever is locked anew in time."""

    binding: int
    retain_until: date


@dataclass(frozen=True, kw_only=True)
class RecordVolumeCheck(CaseCommand):
    """A check found a bound volume damaged, or (`damage` None) sound again; `sha256` is what lies there."""

    volume_sha256: str
    damage: DamageKind | None
    sha256: str = ""

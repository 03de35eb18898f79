"""Fold of the case's bindings."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from casework.cases.state import CaseState
from casework.copying import replace
from casework.events import Event
from casework.hands import hand_from
from casework.volumes.state import Binding, Entry, Paged, Volume, VolumeKind


def _bound(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    kept = d["retention"]
    binding = Binding(
        version=d["version"],
        by=hand_from(d),
        at=e.at,
        volumes=tuple(_volume(one) for one in d["volumes"]),
        retention=kept["id"],
        retention_zh=kept["zh"],
        retention_en=kept["en"],
        basis=kept["basis"],
        permanent=d["permanent"],
        retain_until=date.fromisoformat(d["retain_until"]),
    )
    return replace(s, bindings=(*s.bindings, binding))


def _held(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    day = date.fromisoformat(d["retain_until"])
    return replace(
        s,
        bindings=tuple(
            replace(one, retain_until=day) if one.version == d["binding"] else one
            for one in s.bindings
        ),
    )


def _damage(damaged: bool) -> Callable[..., CaseState]:
    def fold(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
        found = frozenset({str(d["volume_sha256"])})
        return replace(
            s,
            bindings=tuple(
                replace(one, damaged=one.damaged | found if damaged else one.damaged - found)
                if any(volume.sha256 in found for volume in one.volumes)
                else one
                for one in s.bindings
            ),
        )

    return fold


def _volume(d: Mapping[str, Any]) -> Volume:
    plain = {name: d[name] for name in ("sha256", "sm3", "size", "pages")}
    return Volume(kind=VolumeKind(d["kind"]), rows=tuple(map(_row, d["rows"])), **plain)


def _row(d: Mapping[str, Any]) -> Paged:
    words = {name: d[name] for name in ("source", "title", "number", "responsible", "scan")}
    return Paged(Entry(on=date.fromisoformat(d["on"]), **words), d["first"], d["last"])


BINDING_FOLDS: dict[str, Callable[..., CaseState]] = {
    "CaseBound": _bound,
    "VolumesHeld": _held,
    "VolumeDamaged": _damage(True),
    "VolumeSound": _damage(False),
}

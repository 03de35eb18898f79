"""Institutions by name on a doctor's papers: a file keeps their codes alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from casework.points.state import PointsState


def with_names(file: PointsState, names: Mapping[str, str]) -> PointsState:
    """The file as its papers read it; an institution that the map does not know keeps its code."""

    def name(code: str) -> str:
        return names.get(code, code)

    entries = tuple(replace(e, fixmedins_code=name(e.fixmedins_code)) for e in file.entries)
    institutions = tuple(name(code) for code in file.institutions)
    restorations = tuple(
        replace(r, party_body=name(r.party_body)) if r.party_body else r for r in file.restorations
    )
    return replace(
        file,
        restorations=restorations,
        fixmedins_code=name(file.fixmedins_code),
        institutions=institutions,
        entries=entries,
    )


def codes_of(file: PointsState) -> tuple[str, ...]:
    """Every institution that the papers of the file may name."""
    bodies = (r.party_body for r in file.restorations)
    scored = (e.fixmedins_code for e in file.entries)
    named = (file.fixmedins_code, *file.institutions, *scored, *bodies)
    return tuple(dict.fromkeys(code for code in named if code))

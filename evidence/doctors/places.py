"""Institutions by name on a doctor's papers: a file keeps their codes alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from casework.events import Event
from casework.points.state import PointsState
from casework.restoration.state import Party, Restoration


def with_names(file: PointsState, names: Mapping[str, str]) -> PointsState:
    """The file as its papers read it; an institution that the map does not know keeps its code."""

    def name(code: str) -> str:
        return names.get(code, code)

    entries = tuple(replace(e, fixmedins_code=name(e.fixmedins_code)) for e in file.entries)
    institutions = tuple(name(code) for code in file.institutions)
    return replace(
        file,
        restorations=tuple(_of_restoration(one, name) for one in file.restorations),
        fixmedins_code=name(file.fixmedins_code),
        institutions=institutions,
        entries=entries,
    )


def _of_restoration(one: Restoration, name: Callable[[str], str]) -> Restoration:
    asked = (Party(name(p.body), tuple(name(code) for code in p.places)) for p in one.parties)
    said = (o._replace(party=name(o.party)) if o.party else o for o in one.opinions)
    spoken = tuple(name(code) for code in one.spoken)
    return replace(one, parties=tuple(asked), opinions=tuple(said), spoken=spoken)


def codes_of(file: PointsState, events: Iterable[Event] = ()) -> tuple[str, ...]:
    """Every institution that the papers of the file may name, with those that its events tell."""
    asked = (p for r in file.restorations for p in r.parties)
    bodies = [code for p in asked for code in (p.body, *p.places)]
    bodies += [o.party for r in file.restorations for o in r.opinions]
    scored = (e.fixmedins_code for e in file.entries)
    former = (str(event.data.get("fixmedins_code", "")) for event in events)
    named = (file.fixmedins_code, *file.institutions, *scored, *bodies, *former)
    return tuple(dict.fromkeys(code for code in named if code))

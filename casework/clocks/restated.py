"""Events as they count for periods, once it is known that something of them was entered wrongly.

An act that puts an earlier entry right keeps that entry, and says under `restated` what becomes of the events
whose periods it began or ended, by their number: nothing (they end and begin nothing), or other values.
`type` among these is another kind of event. What is said last holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from casework.events import Event, Json

#: The field of an event that puts earlier ones right.
RESTATED: Final = "restated"


def restated(events: Sequence[Event]) -> Sequence[Event]:
    """The events of a stream as they count; those that are said to be nothing are left out."""
    said: dict[int, dict[str, Json] | None] = {}
    for event in events:
        told = event.data.get(RESTATED)
        if isinstance(told, Mapping):
            for seq, values in told.items():
                had = said.get(int(seq)) or {}
                said[int(seq)] = {**had, **values} if isinstance(values, Mapping) else None
    return (
        [_as(one, said) for one in events if said.get(one.seq, {}) is not None] if said else events
    )


def _as(event: Event, said: Mapping[int, Mapping[str, Json] | None]) -> Event:
    values = said.get(event.seq)
    if not values:
        return event
    kind = str(values.get("type", event.type))
    rest = {name: value for name, value in values.items() if name != "type"}
    return replace(event, type=kind, data={**event.data, **rest})


def anew(
    event: Event, values: Mapping[str, Any], events: Sequence[Event]
) -> dict[str, Mapping[str, Any] | None]:
    """The beginning of a period counts as these values from now on; that it had lapsed holds no more."""
    return {str(event.seq): values, **lapsed_of(event, events)}


def lapsed_of(event: Event, events: Sequence[Event]) -> dict[str, None]:
    """Marks that a period which this event began has lapsed: they hold no more, and the beat looks again."""
    return {
        str(one.seq): None
        for one in events
        if one.type == "DeadlineLapsed" and str(one.data["run"]).endswith(f"/{event.seq}")
    }

"""Events as steps of a story: a title and what the event itself says."""

from __future__ import annotations

from api.case.types import TimelineEvent
from api.names import Language, event_name
from casework.events import Event, Json

#: Fields that a reader wants to see of an event, in this order; the rest is the auditor's.
TOLD = (
    "title",
    "summary",
    "reasons",
    "reason",
    "text",
    "opinion",
    "outcome",
    "result",
    "facts",
    "proves",
    "name",
    "place",
    "decision_no",
    "formula",
    "amount",
    "points",
    "course",
    "exam",
    "purpose",
    "what",
)
LONGEST = 200


def event_of(event: Event, language: Language) -> TimelineEvent:
    """One step of the timeline."""
    by = event.data.get("by")
    name = str(by["name"]) if isinstance(by, dict) and "name" in by else event.actor
    return TimelineEvent(
        seq=event.seq,
        type=event.type,
        title=event_name(event.type, language),
        summary=summary_of(event),
        actor=event.actor,
        actor_name=name,
        at=event.at,
        hash=event.hash,
    )


def summary_of(event: Event) -> str:
    """What the event says, shortened."""
    said = [_text(event.data[name]) for name in TOLD if event.data.get(name)]
    text = " · ".join(part for part in said if part)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _text(value: Json) -> str:
    return str(value) if isinstance(value, str | int) else ""

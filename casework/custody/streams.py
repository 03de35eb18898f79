"""Which streams a command on evidence reads or writes."""

from collections.abc import Mapping
from typing import Any

from casework.actors import Actor
from casework.commands.evidence import EvidenceCommand


def own_stream(command: EvidenceCommand) -> str:
    """The item's custody chain."""
    return f"evidence:{command.evidence_id}"


def stream_of(command: EvidenceCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The item's custody chain alone."""
    return (own_stream(command),)

"""A paper of the vault that stands on something of a doctor's file."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Enclosure:
    """Its evidence id, and its name as given."""

    certificate: str
    name: str

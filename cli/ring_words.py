"""What the terminal calls the codes of a detection; apart from the rest, for these words bring numerics."""

from typing import Final

from cli.language import say
from graph.rings.dossier.words import CHANNELS, ROUTES

CHANGES: Final = {
    "new": ("新增", "new"),
    "same": ("不变", "unchanged"),
    "grown": ("扩大", "grown"),
    "shrunk": ("缩小", "shrunk"),
    "exchanged": ("换人", "other members"),
    "split": ("拆分", "split off"),
    "merged": ("合并", "merged"),
    "ended": ("消失", "ended"),
}


def channel(code: str) -> str:
    """A channel as its reader calls it; an unknown code stays readable."""
    return say(*CHANNELS.get(code, (code, code)))


def route(code: str) -> str:
    """A queue."""
    return say(*ROUTES.get(code, (code, code)))


def change(code: str) -> str:
    """What became of a ring since the last run."""
    return say(*CHANGES.get(code, (code, code)))

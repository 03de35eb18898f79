"""Rings beside what one would write first, on the frame's county: see `cli.load.rivals`."""

import json
from pathlib import Path
from typing import Any, Protocol

from claims.store import ClaimStore
from cli.load.rivals import measure


class Context(Protocol):
    """What the frame gives."""

    home: Path
    answer_key: Path
    rounds: int


def run(context: Context) -> dict[str, Any]:
    """The bench on the frame's county."""
    key = json.loads(context.answer_key.read_bytes())
    return measure(ClaimStore(context.home), key, context.rounds)

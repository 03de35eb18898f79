"""Rings beside what one would write first, on the frame's county: see `cli.load.rivals`."""

import json
from pathlib import Path
from typing import Any, Protocol

from cli.load.rivals import measure


class Context(Protocol):
    """What the frame gives."""

    home: Path
    answer_key: Path
    rounds: int


def run(context: Context) -> dict[str, Any]:
    """The bench on the frame's county."""
    return measure(context.home, json.loads(context.answer_key.read_bytes()), context.rounds)

"""Sentences of the quality report as the desk takes them: what they name stays data."""

import re
from typing import Final

from api.ids import key_of
from api.quality.types import QualityNames, QualityPart
from claims.quality.said import parts


def said(sentence: str) -> list[QualityPart]:
    """The parts of a sentence in their order; joined, they are the whole."""
    return [
        QualityPart(text=p.text, names=QualityNames(p.names.value) if p.names else None)
        for p in parts(sentence)
    ]


BATCH_ID: Final = re.compile(r"B\d{6}-[\w-]+")


def batch_key(id: str) -> str:
    """A batch's own number, or its global id: a notice knows only the first."""
    return id if BATCH_ID.fullmatch(id) else key_of(id, "ImportBatch")

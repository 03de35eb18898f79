"""Sentences of the quality report as the desk takes them: what they name stays data."""

from api.quality.types import QualityNames, QualityPart
from claims.quality.said import parts


def said(sentence: str) -> list[QualityPart]:
    """The parts of a sentence in their order; joined, they are the whole."""
    return [
        QualityPart(text=p.text, names=QualityNames(p.names.value) if p.names else None)
        for p in parts(sentence)
    ]

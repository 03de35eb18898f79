"""A few words in both languages that stand inside a sentence of either."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Both:
    """Words in Chinese and in English. What has no words (numbers, names) needs none of this."""

    zh: str
    en: str


def capital(text: str) -> str:
    """English words that stand in a sentence, as they begin one."""
    return text[:1].upper() + text[1:]


def in_zh(facts: Mapping[str, object]) -> dict[str, object]:
    """The facts of a Chinese sentence."""
    return {name: fact.zh if isinstance(fact, Both) else fact for name, fact in facts.items()}


def in_en(facts: Mapping[str, object]) -> dict[str, object]:
    """The facts of an English sentence."""
    return {name: fact.en if isinstance(fact, Both) else fact for name, fact in facts.items()}

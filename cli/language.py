"""The reader's language at the terminal: `JICHA_LANGUAGE`, Chinese unless it says `en`."""

from functools import cache

from casework.law.citation import in_english
from stack.settings import load_settings


def say(zh: str, en: str) -> str:
    """The sentence in the reader's language. Raises `SettingsInvalid`."""
    return en if _english() else zh


def cited(basis: str) -> str:
    """A citation of the dated rules in the reader's language."""
    return say(basis, in_english(basis))


@cache
def _english() -> bool:
    return load_settings().language == "en"

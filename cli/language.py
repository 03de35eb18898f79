"""The reader's language at the terminal: `JICHA_LANGUAGE`, Chinese unless it says `en`."""

from functools import cache

from stack.settings import load_settings


def say(zh: str, en: str) -> str:
    """The sentence in the reader's language. Raises `SettingsInvalid`."""
    return en if _english() else zh


@cache
def _english() -> bool:
    return load_settings().language == "en"

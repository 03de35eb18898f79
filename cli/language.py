"""The reader's language at the terminal: `JICHA_LANGUAGE`, else English in an English locale, else Chinese."""

import os
import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from casework.actors import ROLE_NAMES_EN, ROLE_NAMES_ZH, Role
from casework.law.citation import in_english
from stack.errors import SettingsInvalid
from stack.settings import load_settings

#: The first of these that is set says the locale.
LOCALES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
#: Between the two languages of a help.
BETWEEN: Final = re.compile(r"\s*/\s+")


def say(zh: str, en: str) -> str:
    """The sentence in the reader's language."""
    return en if _english() else zh


def side(text: str) -> str:
    """The reader's side of a text in both languages, `中文 / English`, paragraph by paragraph."""
    return "\n\n".join(_side(one) for one in text.split("\n\n"))


def word(zh: str, code: str) -> str:
    """A value of a table that names it in Chinese; in English its code is a word already."""
    return say(zh, code.replace("_", " "))


def listed(items: Iterable[str]) -> str:
    """Several things in a row."""
    return say("、", ", ").join(items)


def role_name(role: Role) -> str:
    """What the bureau calls a role."""
    return say(ROLE_NAMES_ZH[role], ROLE_NAMES_EN[role])


def held(text: str) -> str:
    """The text in brackets, behind something else."""
    return say(f"（{text}）", f" ({text})")


def cited(basis: str) -> str:
    """A citation of the dated rules in the reader's language."""
    return say(basis, in_english(basis))


def _side(text: str) -> str:
    zh, *en = BETWEEN.split(text, maxsplit=1)
    return say(zh, *en) if en and not zh.isascii() else text


@cache
def _english() -> bool:
    try:
        chosen = load_settings().language
    except SettingsInvalid:
        # What is wrong with the settings has to be told, too.
        chosen = None
    locale = next((os.environ[name] for name in LOCALES if os.environ.get(name)), "")
    return (chosen or locale[:2]) == "en"

"""Resident ID numbers (GB 11643-1999): eighteen characters, the last a check digit (ISO 7064 MOD 11-2)."""

import re
from datetime import datetime
from typing import Final

from casework.refusal import refuse

_FULL: Final = re.compile(r"\d{17}[\dX]")
_OLD: Final = re.compile(r"\d{15}")
_WEIGHTS: Final = tuple(pow(2, 17 - place, 11) for place in range(17))
_CHECKS: Final = "10X98765432"


def check_digit(first_seventeen: str) -> str:
    """The eighteenth character that belongs to seventeen digits."""
    total = sum(int(d) * w for d, w in zip(first_seventeen, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def normal(number: str | None) -> str | None:
    """An ID number as it is compared: no blanks, capital X, fifteen digits of old brought to eighteen.

    None for text that is no ID number at all.
    """
    text = re.sub(r"\s", "", number or "").upper()
    if _OLD.fullmatch(text):
        # Numbers of fifteen digits were given to people born in the twentieth century.
        text = text[:6] + "19" + text[6:]
        return text + check_digit(text)
    return text if _FULL.fullmatch(text) else None


def typed(text: str) -> str:
    """A resident's number as somebody typed it, brought to eighteen. Refuses BAD_VALUE for any other text."""
    number = normal(text)
    if number is None or not valid(number):
        raise refuse(
            "BAD_VALUE", field="居民身份证号码", field_en="the identity number",
            why="应为 18 位且校验位正确，请对照证件核对", why_en="18 characters with a right check digit: compare the card",
        )  # fmt: skip
    return number


def valid(number: str) -> bool:
    """Whether the check digit is right and the birthday in the number exists."""
    if not _FULL.fullmatch(number) or check_digit(number[:17]) != number[17]:
        return False
    try:
        datetime.strptime(number[6:14], "%Y%m%d")  # noqa: DTZ007  (a birthday has no zone)
    except ValueError:
        return False
    return True

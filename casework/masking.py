"""Masking of personal data, as shown to everyone who has not stated a purpose."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any


def mask_name(name: str) -> str:
    """Keep the first character: 张三 becomes 张*, 欧阳小明 becomes 欧***."""
    return name[:1] + "*" * (len(name) - 1) if len(name) > 1 else name and "*"


def mask_in(value: Any, names: Iterable[str], mask: Callable[[str], str] = mask_name) -> Any:
    """A text, or JSON, in which `names` are masked wherever they stand: titles name their party."""
    if isinstance(value, str):
        for name in names:
            # One character is nobody's name, and stands in every sentence.
            value = value.replace(name, mask(name)) if len(name) > 1 else value
        return value
    if isinstance(value, Mapping):
        return {key: mask_in(one, names, mask) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [mask_in(one, names, mask) for one in value]
    return value


def mask_certno(certno: str) -> str:
    """Keep area code and last four of an ID number: 341223********1234."""
    return _keep(certno, 6, 4)


def mask_tel(tel: str) -> str:
    """Keep three leading and four trailing digits of a phone number: 138****0021."""
    return _keep(tel, 3, 4)


def mask_account(number: str) -> str:
    """Keep the last four digits of a bank account: ***************1234."""
    return _keep(number, 0, 4)


def mask_address(address: str) -> str:
    """Keep the first six characters (county and township), hide village and door."""
    return address[:6] + "****" if len(address) > 6 else address and "****"


def _keep(text: str, head: int, tail: int) -> str:
    if len(text) <= head + tail:
        # Too short to hide anything between the ends: hide all of it.
        return "*" * len(text)
    return text[:head] + "*" * (len(text) - head - tail) + text[-tail:]

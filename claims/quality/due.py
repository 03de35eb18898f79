"""For which rows a column is due, read from ``due.toml``."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Final


@dataclass(frozen=True, slots=True)
class Due:
    """``columns`` of ``table`` are due for the rows that meet ``rows`` (SQL over alias ``t``); which
    ones these are can be told where the batch brought ``needs``."""

    table: str
    needs: tuple[str, ...]
    rows: str
    zh: str
    en: str
    columns: tuple[str, ...]


def _rules() -> tuple[Due, ...]:
    text = (files("claims") / "quality" / "due.toml").read_text(encoding="utf-8")
    return tuple(
        Due(**{**item, "needs": tuple(item["needs"]), "columns": tuple(item["columns"])})
        for item in tomllib.loads(text)["due"]
    )


RULES: Final = _rules()

"""The code lists of the national interface (domain F7), read from ``codes.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final


@dataclass(frozen=True, slots=True)
class CodeList:
    """The known codes of a column. With ``prefix`` a longer code is known by its beginning.
    ``verified`` says whether a published list was seen."""

    column: str
    title: str
    codes: Mapping[str, str]
    prefix: bool = False
    verified: bool = True

    def knows(self, code: str) -> bool:
        """Whether the list has this code."""
        if code in self.codes:
            return True
        return self.prefix and any(code.startswith(known) for known in self.codes)


def _lists() -> dict[str, CodeList]:
    text = (files("claims") / "quality" / "codes.toml").read_text(encoding="utf-8")
    return {
        column: CodeList(
            column,
            item["title"],
            item["codes"],
            item.get("prefix", False),
            item.get("verified", True),
        )
        for column, item in tomllib.loads(text).items()
    }


CODED: Final[dict[str, CodeList]] = _lists()
"""By column name: a column has the same list in whatever table it stands."""

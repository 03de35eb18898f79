"""Help that is told whole: Chinese has no blanks to break a line at, and Typer's tables cut it off there."""

from typing import Any

import rich.columns
from rich.table import Table
from typer import rich_utils


class Folded(Table):
    """A table that breaks a word too long for its column, where rich would put `…`."""

    def add_row(self, *cells: Any, **how: Any) -> None:
        """Add a row; its columns fold."""
        super().add_row(*cells, **how)
        for column in self.columns:
            column.overflow = "fold"


def tell_whole() -> None:
    """Let the tables of every help fold. Typer offers no way to say so."""
    for module in (rich_utils, rich.columns):
        module.Table = Folded  # type: ignore[attr-defined]

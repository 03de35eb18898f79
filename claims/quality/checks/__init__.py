"""The checks, one file for each kind; ``ALL`` in the order of the report."""

from collections.abc import Callable, Iterator
from typing import Final

from claims.quality.check import Check
from claims.quality.checks import (
    codes,
    completeness,
    dates,
    equations,
    partners,
    persons,
    repeats,
    trend,
)
from claims.quality.subject import Subject

ALL: Final[tuple[Callable[[Subject], Iterator[Check]], ...]] = (
    completeness.checks,
    partners.checks,
    equations.checks,
    codes.checks,
    dates.checks,
    persons.checks,
    repeats.checks,
    trend.checks,
)

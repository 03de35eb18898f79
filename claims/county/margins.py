"""How large a county is to be, and the rates that make it so.

Sources of the margins: domain.md G 13 and 21 (a county: 1,064,400 insured, 3,487,100 settlements and
1,024,782,200 yuan of fund in eleven months), G 27 (87 institutions), G 58 (a city: 126,700 ordinary
inpatient bills of about 249 lines each).
"""

from dataclasses import dataclass, replace
from typing import Final

from claims.county.calendar import DAYS, month_starts

LEAST_PERSONS: Final = 300
PERSONS: Final = 20_000
MONTHS: Final = 12
PERSONS_PER_RING: Final = 2000
LEAST_RINGS: Final = 6
MOST_RINGS: Final = 40
LINES_PER_BILL: Final = 249
LINES_PER_SETTLEMENT: Final = 31_594_400 / 3_487_100
# Measured on counties of this generator: settlements of a person in a year that people choose
# themselves at the pace of one, the others, and lines of a settlement outside hospital.
_CHOSEN: Final = 4.31
_FIXED: Final = 0.62
_OUTSIDE_LINES: Final = 3.0
_ORDINARY_STAYS: Final = 0.2
_OTHER_STAYS: Final = 0.026
_MOST_VISITS: Final = 12.0


class MarginsImpossible(ValueError):
    """The numbers asked for cannot be a county."""

    code = "margins_impossible"
    # What was asked for is wrong, not the data.
    exit_code = 2

    def __init__(self, zh: str, en: str) -> None:
        self.message_zh, self.message_en = zh, en
        super().__init__(zh)


class TooFewPersons(MarginsImpossible):
    """A county needs enough people for its institutions and groups."""

    code = "too_few_persons"

    def __init__(self, persons: int) -> None:
        super().__init__(
            f"人数 {persons} 太少，请用 --persons 指定至少 {LEAST_PERSONS} 人",
            f"{persons} persons are too few; give --persons {LEAST_PERSONS} or more",
        )


@dataclass(frozen=True)
class Rates:
    """``pace`` multiplies visits that people choose, ``stays`` ordinary stays."""

    pace: float = 1.0
    stays: float = 1.0


def rings_at_size(persons: int) -> int:
    """About one ring for 2,000 persons, at least one of each channel, at most forty."""
    return min(MOST_RINGS, max(LEAST_RINGS, round(persons / PERSONS_PER_RING)))


@dataclass(frozen=True)
class Margins:
    """What is asked for; ``None`` leaves a number to the county's own rates.

    ``rings`` is their number; ``fixed_institutions`` keeps to 87 institutions.
    """

    persons: int = PERSONS
    months: int = MONTHS
    fee_lines: int | None = None
    settlements: int | None = None
    rings: int | None = None
    fixed_institutions: bool = False

    @property
    def days(self) -> int:
        """The horizon in days."""
        return int(month_starts(self.months)[-1])

    def checked(self) -> "Margins":
        """The same with the numbers that follow from others; raises :class:`MarginsImpossible`."""
        if self.persons < LEAST_PERSONS:
            raise TooFewPersons(self.persons)
        if not 1 <= self.months <= MONTHS:
            raise MarginsImpossible(
                f"月数 {self.months} 不在 1–{MONTHS} 之间，请用 --months 指定",
                f"{self.months} months are not 1 to {MONTHS}; give --months",
            )
        if self.rings is not None and self.rings < 0:
            raise MarginsImpossible("团伙数不能为负", "the number of rings cannot be negative")
        if self.fee_lines is None and self.settlements is None:
            return self
        settlements = self.settlements or round((self.fee_lines or 0) / LINES_PER_SETTLEMENT)
        lines = self.fee_lines or round(settlements * LINES_PER_SETTLEMENT)
        rings = rings_at_size(self.persons) if self.rings is None else self.rings
        found = replace(self, settlements=settlements, fee_lines=lines, rings=rings)
        _possible(found)
        return found

    @property
    def rates(self) -> Rates:
        """The rates that lead to the numbers."""
        if self.settlements is None or self.fee_lines is None:
            return Rates()
        years = self.persons * self.days / DAYS
        chosen = (self.settlements - self.bills) / years - _FIXED
        return Rates(
            pace=max(chosen / _CHOSEN, 0.02),
            stays=max(self.bills / years - _OTHER_STAYS, 0.002) / _ORDINARY_STAYS,
        )

    @property
    def bills(self) -> float:
        """Inpatient bills, so that each has about 249 lines."""
        assert self.fee_lines is not None
        assert self.settlements is not None
        rest = self.fee_lines - _OUTSIDE_LINES * self.settlements
        return rest / (LINES_PER_BILL - _OUTSIDE_LINES)


def _possible(margins: Margins) -> None:
    assert margins.settlements is not None
    years = margins.persons * margins.days / DAYS
    each = margins.settlements / years
    if not _FIXED < each < _MOST_VISITS:
        low, high = round(_FIXED * years) + 1, round(_MOST_VISITS * years)
        raise MarginsImpossible(
            f"{margins.persons} 人 {margins.months} 个月不会有 {margins.settlements} 次结算，"
            f"请用 --settlements 指定 {low}–{high} 次",
            f"{margins.persons} persons have no {margins.settlements} settlements in "
            f"{margins.months} months; give --settlements from {low} to {high}",
        )
    if margins.bills < 0.005 * years:
        least = round(_OUTSIDE_LINES * margins.settlements + 1.3 * years)
        raise MarginsImpossible(
            f"{margins.settlements} 次结算至少有 {least} 条明细，请加大 --fee-lines 或减少 --settlements",
            f"{margins.settlements} settlements have at least {least} fee lines; give a larger "
            "--fee-lines or fewer --settlements",
        )
    if margins.bills > 0.35 * years:
        most = round(_OUTSIDE_LINES * margins.settlements + 0.35 * years * LINES_PER_BILL)
        raise MarginsImpossible(
            f"{margins.settlements} 次结算不会有 {margins.fee_lines} 条明细，最多 {most} 条",
            f"{margins.settlements} settlements have no {margins.fee_lines} fee lines; "
            f"at most {most}",
        )


PRESETS: Final[dict[str, Margins]] = {
    "demo": Margins(),
    "county": Margins(1_064_400, 11, 31_594_400, 3_487_100, 40),
    "campaign": Margins(fixed_institutions=True),
}

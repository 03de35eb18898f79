"""A small probability in words that a court reads: one in so many, never "5e-09"."""

from math import floor, log10
from typing import Final

# A tail fitted to a few permutations says nothing of smaller ones.
LEAST: Final = 1e-9
# Above this a decimal is as easy to read.
PLAIN: Final = 1e-3


def odds(p: float) -> tuple[str, str]:
    """`p` in Chinese and English, to two figures: 约 2.1 亿分之一, about 1 in 210,000,000."""
    if p < LEAST:
        return "小于十亿分之一", "less than 1 in 1,000,000,000"
    if p >= PLAIN:
        return f"约 {p:.2g}", f"about {p:.2g}"
    times = 1 / p
    unit = 10 ** (floor(log10(times)) - 1)
    times = round(times / unit) * unit
    return f"约{_chinese(times)}分之一", f"about 1 in {times:,.0f}"


def _chinese(times: float) -> str:
    for size, name in ((1e8, "亿"), (1e4, "万")):
        if times >= size:
            return f" {times / size:g} {name}"
    return f" {times:,.0f} "

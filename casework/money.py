"""Money: Decimal yuan with two places. Never float."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction

from casework.refusal import refuse

FEN = Decimal("0.01")
ZERO = Decimal("0.00")
LIMIT = Decimal("100000000000000")


def yuan(value: object) -> Decimal:
    """Read a non-negative amount with at most two decimals. Raises Refusal BAD_AMOUNT."""
    try:
        amount = Decimal(str(value))
        exact = amount.quantize(FEN)
    except InvalidOperation as error:
        raise refuse("BAD_AMOUNT", value=value) from error
    if not amount.is_finite() or amount < 0 or amount != exact or amount >= LIMIT:
        raise refuse("BAD_AMOUNT", value=value)
    return exact


def round_fen(value: Decimal) -> Decimal:
    """Round a computed amount to the fen, halves up (四舍五入到分)."""
    return value.quantize(FEN, ROUND_HALF_UP)


def spread(
    amount: Decimal, over: Sequence[Decimal], most: Sequence[Decimal] | None = None
) -> list[Decimal]:
    """Cut an amount in yuan in proportion to `over`, to the fen, so that the parts add up to it.

    The fen that rounding leaves go to the largest remainders, the earlier part first. No part is
    above its `most`: what one cannot hold goes to those that have room, and what none can hold is
    left out.
    """
    parts = _cut(amount, over)
    if most is None:
        return parts
    held = [min(part, limit) for part, limit in zip(parts, most, strict=True)]
    room = [limit - part for limit, part in zip(most, held, strict=True)]
    rest = min(amount - sum(held, ZERO), sum(room, ZERO))
    return [part + more for part, more in zip(held, _cut(rest, room), strict=True)]


def _cut(amount: Decimal, over: Sequence[Decimal]) -> list[Decimal]:
    """Largest remainder in whole fen; nothing where there is nothing to cut it over."""
    weights = [Fraction(weight) for weight in over]
    whole, fen = sum(weights), int(amount.scaleb(2))
    if not whole:
        return [ZERO for _ in over]
    exact = [fen * weight / whole for weight in weights]
    parts = [int(part) for part in exact]
    first = sorted(range(len(parts)), key=lambda n: parts[n] - exact[n])
    for n in first[: fen - sum(parts)]:
        parts[n] += 1
    return [Decimal(part).scaleb(-2) for part in parts]

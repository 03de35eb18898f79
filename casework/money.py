"""Money: Decimal yuan with two places. Never float."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

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


def spread(amount: Decimal, over: Sequence[Decimal]) -> list[Decimal]:
    """Cut an amount in yuan in proportion to `over`, to the fen, so that the parts add up to it."""
    whole, parts, so_far, given = sum(over, ZERO), [], ZERO, ZERO
    for weight in over:
        so_far += weight
        part = round_fen(amount * so_far / whole) - given if whole else ZERO
        given += part
        parts.append(part)
    return parts

"""Money: Decimal yuan with two places. Never float."""

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

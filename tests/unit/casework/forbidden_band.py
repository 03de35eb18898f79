"""What the law leaves to choose of a fine and a suspension, told here anew: multiples, amounts, months."""

from decimal import Decimal
from typing import Any

from casework.law.rows import article


def mitigated(case: Any, proposal: Any) -> bool:
    """Whether the proposal goes below what its article says; asserts that nothing goes beyond it."""
    row = article(proposal.article_id, case.conduct_to)
    short = _fine(row, proposal)
    months, band = proposal.suspension_months, row.suspension_months
    if months is not None:
        assert band is not None
        assert 1 <= months <= band[1]
        short |= months < band[0]
    elif row.suspension_required and not proposal.not_insured:
        short = True
    return short


def _fine(row: Any, proposal: Any) -> bool:
    fine = proposal.fine
    if row.fine_on_intent and not proposal.intent:
        # Nothing shows that he meant to defraud the fund: no fine, and none below the band.
        assert fine == 0
        return False
    if row.multiple_max is None:
        assert proposal.multiple is None
        assert fine <= row.amount_max
        return bool(fine < row.amount_min)
    assert proposal.multiple <= row.multiple_max
    assert abs(fine - proposal.base_loss * proposal.multiple) <= Decimal("0.005")
    return bool(proposal.multiple < row.multiple_min)

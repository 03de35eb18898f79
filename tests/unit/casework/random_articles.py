"""Penalties by months and by amounts: of an insured person (条例 41), and of who refuses to correct (条例 39)."""

from decimal import Decimal
from typing import Any

from casework.commands import case as c


def other_articles(case: Any, loss: Decimal, ground: c.MitigationGround | None) -> list[Any]:
    """Worksheets and proposals by another band than that of a multiple alone; none of an ordinary case.

    Figures by the length of the chain, so that the walks of a seed stay what they were.
    """
    if case.party is None:
        return []
    base: dict[str, Any] = {"case_no": case.case_no, "reasons": "x"}
    if case.party.kind is c.PartyKind.PERSON:
        base |= {"article_id": "tiaoli-41-1"}
        figures = _of_person(case.version)
        told = {"intent": (c.FraudSign.LENT_FOR_GAIN,) if case.version % 3 else ()}
    elif any(one.in_vain for one in case.corrections):
        base |= {"article_id": "tiaoli-39-1"}
        figures = {"fixed_amount": Decimal((20000, 5000, 60000)[case.version % 3])}
        told = {}
    else:
        return []
    sheets = case.worksheets[-1:]
    return [
        c.DrawWorksheet(**base, **figures, mitigation=ground, departure="x"),
        c.ProposePenalty(**base, **figures, **told, base_loss=loss, new_facts="x"),
        *(
            c.ProposePenalty(
                **base, **told, base_loss=sheet.loss, new_facts="x", worksheet_id=sheet.worksheet_id,
                multiple=sheet.basis.multiple, fixed_amount=sheet.basis.amount,
                suspension_months=sheet.basis.suspension_months,
            )
            for sheet in sheets
            for _ in range(3)
        ),
    ]  # fmt: skip


def _of_person(n: int) -> dict[str, Any]:
    return {
        "multiple": Decimal((3, 0, 2, 1, 6)[n % 5]),
        "suspension_months": (3, 2, None, 12, 13, 6, 1)[n % 7],
    }

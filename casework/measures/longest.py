"""How long a measure may last where the law leaves the months to the agreement or to the bureau.

The months of a penalty are the law's own (条例 38, 40, 41); so are those of 条例 43.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from casework.law.own import own_setting
from casework.measures.rows import Term, terms
from casework.points.parameters import BureauState, Setting

#: Of every suspension that rests on the agreement (条例 13).
AGREEMENT_MONTHS: Final = "agreement_months"


def longest(term: Term, states: Mapping[str, Any], at: datetime) -> Setting | None:
    """What the bureau set as the most months of a term; None while the packaged row holds."""
    return own_setting(states, term.parameter, at) if term.parameter else None


def as_told(own: Setting | None) -> dict[str, object]:
    """How an event keeps it: a setting of later changes nothing of what was proposed."""
    return {"most_months": int(own.value), "most_basis": own.basis} if own else {}


def as_set(term: Term, bureau: BureauState, on: date) -> Term:
    """A term as the bureau set it for a day, for people to read."""
    own = bureau.setting(term.parameter, on) if term.parameter else None
    if own is None:
        return term
    return replace(term, max_months=int(own.value), basis=f"{term.basis}；{own.basis}", mark="")


def set_terms(bureau: BureauState, on: date) -> tuple[Term, ...]:
    """Every term as it stands for a day, the bureau's own months where it set them."""
    return tuple(as_set(one, bureau, on) for one in terms())

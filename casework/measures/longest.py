"""What the bureau set of a term of measures: how long one may last, and from which share of barred staff.

The months of a penalty are the law's own (条例 38, 40, 41); so are those of 条例 43.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from casework.law.own import own_setting
from casework.measures.rows import Term, at_share, terms
from casework.points.institution import SHARES, effects
from casework.points.parameters import BureauState, Setting

#: Of every suspension that rests on the agreement (条例 13).
AGREEMENT_MONTHS: Final = "agreement_months"


def longest(term: Term, states: Mapping[str, Any], at: datetime) -> Setting | None:
    """What the bureau set as the most months of a term; None while the packaged row holds."""
    return own_setting(states, term.parameter, at) if term.parameter else None


def own_share(term: Term, bureau: BureauState, on: date) -> tuple[int, str] | None:
    """From which share of barred staff the bureau set a term for a day, and by which document."""
    own = bureau.setting(SHARES, on)
    rows = sorted((row for row in effects() if row.valid_from <= on), key=lambda row: row.share)
    if own is None or term.id not in {row.term for row in rows}:
        return None
    share = dict(zip((row.term for row in rows), own.value.split(";"), strict=True))[term.id]
    return int(share), own.basis


def as_told(own: Setting | None, share: tuple[int, str] | None = None) -> dict[str, object]:
    """How an event keeps it: a setting of later changes nothing of what was proposed."""
    months = {"most_months": int(own.value), "most_basis": own.basis} if own else {}
    return months | ({"share": share[0], "share_basis": share[1]} if share else {})


def as_set(term: Term, bureau: BureauState, on: date) -> Term:
    """A term as the bureau set it for a day, for people to read."""
    own = bureau.setting(term.parameter, on) if term.parameter else None
    share = own_share(term, bureau, on)
    if own is not None:
        term = replace(term, max_months=int(own.value), basis=f"{term.basis}；{own.basis}", mark="")
    if share is not None:
        term = replace(at_share(term, share[0]), basis=f"{term.basis}；{share[1]}", mark="")
    return term


def set_terms(bureau: BureauState, on: date) -> tuple[Term, ...]:
    """Every term as it stands for a day, with the bureau's own months and shares where it set them."""
    return tuple(as_set(one, bureau, on) for one in terms())

"""Who pays what of a settlement. All amounts are whole cents; the equations of domain.md F2 hold:
``medfee = fund + person`` and ``person = account + cash``."""

from dataclasses import dataclass, fields

import numpy as np

from claims.county.catalogue import catalogue
from claims.county.lines import Lines
from claims.county.people import People
from claims.county.places import Place, Places
from claims.county.stream import Bools, Ints, ints
from claims.county.visits import Med, Plant, Visits

# Percent of the amount within policy, residents; employees get ten points more.
_STAY_SHARE = ints([63, 72, 81])
_OUTPATIENT_SHARE = 57
_DEDUCTIBLE = ints([80_000, 40_000, 15_000])
_EMPLOYEE_BONUS = 8
_AID_SHARE = 40


@dataclass(frozen=True)
class Payment:
    """Cents by visit."""

    total: Ints
    own: Ints
    prepaid: Ints
    in_scope: Ints
    deductible: Ints
    pool: Ints
    serious: Ints
    aid: Ints
    fund: Ints
    person: Ints
    account: Ints
    cash: Ints
    share: Ints

    def take(self, rows: Ints | Bools) -> "Payment":
        """The payments of these visits."""
        return Payment(*(getattr(self, field.name)[rows] for field in fields(self)))

    def back(self) -> "Payment":
        """The refund of these payments."""
        undone = {f.name: -getattr(self, f.name) for f in fields(self)}
        return Payment(**{**undone, "share": self.share})


def voids(lines: Lines, visits: Visits) -> Bools:
    """Which lines take back a whole visit."""
    mask: Bools = (lines.undoes >= 0) & (visits.plant[lines.visit] == Plant.VOID)
    return mask


def line_shares(lines: Lines) -> tuple[Ints, Ints, Ints]:
    """Per line in cents: fully own, paid first by the person (10 % of class B), within policy."""
    grade = np.array([int(lv) for lv in catalogue().chrgitm_lv])[lines.item]
    amount = lines.amount
    own = np.where(grade == 3, amount, 0)
    first = np.where(grade == 2, np.sign(amount) * (np.abs(amount) // 10), 0)
    return own, first, amount - own - first


def settle(visits: Visits, lines: Lines, people: People, places: Places) -> Payment:
    """Divide each visit's total between funds, account and cash; a voided visit's as it was before
    the refund."""
    n = len(visits)
    lines = lines.take(~voids(lines, visits))

    def total(cents: Ints) -> Ints:
        return np.bincount(lines.visit, weights=cents, minlength=n).astype(np.int64)

    own, first, scope = (total(c) for c in line_shares(lines))
    employee = people.employer[visits.person] >= 0
    level = np.minimum(places.price_level[visits.place], 2)
    stay = visits.is_stay
    deductible = np.where(stay, np.minimum(_DEDUCTIBLE[level], np.maximum(scope, 0)), 0)
    share = np.where(stay, _STAY_SHARE[level], _OUTPATIENT_SHARE)
    share = np.where(visits.med == Med.SPECIAL, 85, share) + np.where(employee, _EMPLOYEE_BONUS, 0)
    # Over the counter only chronic patients have a pooled share; others pay from their account.
    counter = (places.kind[visits.place] == Place.PHARMACY) & (people.chronic[visits.person] == 0)
    share = np.where(counter, np.where(employee, 0, 30), np.minimum(share, 98))
    pool = np.maximum(scope - deductible, 0) * share // 100
    rest = np.maximum(scope - pool, 0)
    serious = np.where(~employee & (rest > 1_000_000), (rest - 1_000_000) * 60 // 100, 0)
    aid = np.where(stay & (visits.person % 23 == 0), (rest - serious) * _AID_SHARE // 100, 0)
    fund = pool + serious + aid
    everything = own + first + scope
    person = everything - fund
    account = np.where(employee, np.minimum(np.maximum(person, 0), 60_000), 0)
    return Payment(
        everything,
        own,
        first,
        scope,
        deductible,
        pool,
        serious,
        aid,
        fund,
        person,
        account,
        person - account,
        share,
    )

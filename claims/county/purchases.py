"""What the pharmacies bought and had (3501–3504), so that their real sales are covered.

A pharmacy buys on the first of a month what the month will need, in cartons of ten, and scans each box:
purchases and their returns have a row for each box with its traceability code (3503, 3504), and what is
sold bears the code of a box that was bought, the oldest first. What was only said to be sold was never
bought: there the books do not balance, and that is planted.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from claims.county.calendar import DAY, month_starts
from claims.county.catalogue import catalogue
from claims.county.cells import constant, date, decimal, number_text, text, time
from claims.county.master import Columns, own_code
from claims.county.places import Places
from claims.county.stock import ITEMS, MONTHS, code_number, code_text, lot, month_of
from claims.county.stream import Ints, ints, stream

_CARTON: Final = 10
_LIFE: Final = 1080
_AGE: Final = 150
_BASE: Final = 700_000_000_000
# Movements of single boxes are numbered apart from the monthly ones.
_BOX_BASE: Final = 9_000_000_000_000
# Serial numbers of boxes that nobody bought from the pharmacy.
_UNSOLD: Final = 9 * 10**14
_MAKERS: Final = ("华东制药", "石药集团", "扬子江药业", "齐鲁制药", "正大天晴", "白云山制药")
_SUPPLIERS: Final = ("皖北医药有限公司", "云溪医药有限公司", "江淮医药集团")
# 3502: loss found at stocktaking, destroyed goods.
_LOSS, _DESTROYED = "104", "105"


@dataclass(frozen=True)
class SoldBoxes:
    """What left the pharmacies, as in ``stock.Sold``: ``fresh`` of all blocks together, and how many
    came back or were sold again by key."""

    fresh: Ints
    keys: Ints
    boxes: Ints


@dataclass(frozen=True)
class _Moves:
    """Boxes by pair (rows) and month (columns)."""

    pair: Ints
    sold: Ints
    bought: Ints
    returned: Ints
    lost: Ints
    left: Ints


@dataclass(frozen=True)
class _Scanned:
    """The boxes that were bought, by pair and month: ``went_back`` is the month of the return to the
    supplier, or -1."""

    pair: Ints
    month: Ints
    code: Ints
    went_back: Ints


def stock_tables(seed: int, places: Places, sold: SoldBoxes, months: int) -> dict[str, Columns]:
    """Purchases, their returns, changes and monthly stocktaking for the boxes that were sold."""
    moves = _moves(seed, sold, months)
    boxes = _scanned(moves, sold.fresh, months)
    start, last = month_starts(months), month_starts(months)[1:] - 1
    lost = _cells(moves, moves.lost)
    left = _cells(moves, np.where(moves.left >= 0, moves.left + 1, 0))
    kinds = np.where(lost[1] % 2 == 0, _LOSS, _DESTROYED)
    number = np.arange(len(boxes.pair)) * 2
    back = np.flatnonzero(boxes.went_back >= 0)
    return {
        "purc_d": _bought(places, boxes, number, start[boxes.month]),
        "purc_retn_d": {
            **_bought(places, _of(boxes, back), number[back] + 1, start[boxes.went_back[back]] + 9),
            "medins_prod_purc_no": number_text(_BOX_BASE, number[back]),
        },
        "inv_chg_d": {
            **_goods(places, lost[0], _number(lost[0], lost[1], 2)),
            "inv_chg_type": text(kinds),
            "cnt": decimal(lost[2] * 100, 2),
            "inv_chg_time": time(last[lost[1]] * DAY + 1200),
        },
        "inv_d": {
            **_goods(places, left[0], _number(left[0], left[1], 3)),
            "invdate": date(last[left[1]]),
            "inv_cnt": decimal((left[2] - 1) * 100, 2),
            **_lot(left[0] % ITEMS),
        },
    }


def _moves(seed: int, sold: SoldBoxes, months: int) -> _Moves:
    rng = stream(seed, "stock")
    pair, where = np.unique(sold.fresh[0], return_inverse=True)
    fresh = np.zeros((len(pair), months), dtype=np.int64)
    np.add.at(fresh, (where, _month(sold.fresh[1], months)), 1)
    bought, returned, lost = (np.zeros_like(fresh) for _ in range(3))
    stock = np.zeros(len(pair), dtype=np.int64)
    left = np.cumsum(_shelved(pair, sold, months), axis=1)
    for month in range(months):
        short = np.maximum(fresh[:, month] - stock, 0)
        bought[:, month] = -(-short // _CARTON) * _CARTON
        stock += bought[:, month] - fresh[:, month]
        returned[:, month] = (rng.random(len(pair)) < 0.01) & (stock > 0) & (bought[:, month] > 0)
        stock -= returned[:, month]
        lost[:, month] = (rng.random(len(pair)) < 0.02) & (stock > 0)
        stock -= lost[:, month]
        left[:, month] += stock
    return _Moves(pair.astype(np.int64), fresh, bought, returned, lost, left)


def _month(at: Ints, months: int) -> Ints:
    return np.minimum(month_of(at // DAY), months - 1)


def _shelved(pair: Ints, sold: SoldBoxes, months: int) -> Ints:
    """Boxes that came back and stand apart, less those that were sold again, by pair and month."""
    number, again = sold.keys // 2, sold.keys % 2
    shelf = np.zeros((len(pair), months), dtype=np.int64)
    row = np.searchsorted(pair, number // MONTHS)
    boxes = np.where(again == 1, -sold.boxes, sold.boxes)
    np.add.at(shelf, (row, np.minimum(number % MONTHS, months - 1)), boxes)
    return shelf


def _scanned(moves: _Moves, fresh: Ints, months: int) -> _Scanned:
    """Every box that was bought, with the code under which it was sold: the oldest leaves first, whether
    to a customer, back to the supplier or into the bin."""
    pairs, total = len(moves.pair), moves.bought.sum(axis=1)
    first = np.cumsum(total) - total
    row = np.repeat(np.repeat(np.arange(pairs), months), moves.bought.ravel())
    month = np.repeat(np.tile(np.arange(months), pairs), moves.bought.ravel())
    code = code_number(moves.pair[row] % ITEMS, _UNSOLD + np.arange(len(row)))
    went_back = np.full(len(row), -1)
    other = moves.returned + moves.lost
    # What left in the months before, and what was sold in this one before the other things left.
    gone = np.cumsum(moves.sold + other, axis=1) - moves.sold - other
    order = np.lexsort((fresh[2], fresh[1], fresh[0]))
    at = np.searchsorted(moves.pair, fresh[0, order])
    when = _month(fresh[1, order], months)
    cell = at * months + when
    turn = np.arange(len(order)) - np.searchsorted(cell, cell)
    code[first[at] + gone[at, when] + turn] = fresh[2, order]
    back = np.nonzero(moves.returned)
    went_back[first[back[0]] + gone[back] + moves.sold[back]] = back[1]
    return _Scanned(moves.pair[row], ints(month), code, went_back)


def _of(boxes: _Scanned, rows: Ints) -> _Scanned:
    return _Scanned(boxes.pair[rows], boxes.month[rows], boxes.code[rows], boxes.went_back[rows])


def _cells(moves: _Moves, boxes: Ints) -> tuple[Ints, Ints, Ints]:
    """Pair, month and number where there is one."""
    row, month = np.nonzero(boxes)
    return moves.pair[row], ints(month), boxes[row, month]


def _number(pair: Ints, month: Ints, series: int) -> pa.Array:
    return number_text(_BASE * 10, (pair * MONTHS + month) * 4 + series)


def _goods(places: Places, pair: Ints, number: pa.Array) -> Columns:
    cat, item = catalogue(), pair % ITEMS
    return {
        "fixmedins_code": text(places.code, pair // ITEMS),
        "fixmedins_bchno": number,
        "fixmedins_hilist_id": own_code(item),
        "med_list_codg": text(cat.code, item),
        "fixmedins_hilist_name": text(cat.name, item),
    }


def _lot(item: Ints) -> Columns:
    made = item % 60 - _AGE
    return {"manu_lotnum": lot(item), "manu_date": date(made), "expy_end": date(made + _LIFE)}


def _bought(places: Places, boxes: _Scanned, number: Ints, day: Ints) -> Columns:
    """A row for each box; ``number`` is its running number as a movement, ``day`` that of the
    movement."""
    cat, item, place = catalogue(), boxes.pair % ITEMS, boxes.pair // ITEMS
    price = np.maximum(cat.price[item, 3] * 82 // 100, 1)
    n = len(number)
    return {
        **_goods(places, boxes.pair, number_text(_BOX_BASE, number)),
        "drug_trac_codg": code_text(boxes.code),
        **_lot(item),
        "spler_name": text(_SUPPLIERS, place % len(_SUPPLIERS)),
        "prdr_name": text(_MAKERS, item % len(_MAKERS)),
        "finl_trns_pric": decimal(price, 2),
        "purc_retn_cnt": decimal(np.full(n, 100), 2),
        "purc_invo_no": number_text(_BASE, boxes.pair % 9_000 * MONTHS + boxes.month),
        "rx_flag": constant("0", n),
        "purc_retn_stoin_time": time(day * DAY + 450),
        "purc_retn_opter_name": text(places.staff_name, places.first[place]),
    }

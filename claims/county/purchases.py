"""What the pharmacies bought and had (3501–3504), so that their real sales are covered.

A pharmacy buys on the first of a month what the month will need, in cartons of ten. What was only
said to be sold was never bought: there the books do not balance, and that is planted.
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
from claims.county.stock import ITEMS, MONTHS, lot
from claims.county.stream import Ints, ints, stream

_CARTON: Final = 10
_LIFE: Final = 720
_AGE: Final = 150
_BASE: Final = 700_000_000_000
_MAKERS: Final = ("华东制药", "石药集团", "扬子江药业", "齐鲁制药", "正大天晴", "白云山制药")
_SUPPLIERS: Final = ("皖北医药有限公司", "云溪医药有限公司", "江淮医药集团")
# 3502: loss found at stocktaking, destroyed goods.
_LOSS, _DESTROYED = "104", "105"


@dataclass(frozen=True)
class _Moves:
    """Boxes by pair (rows) and month (columns)."""

    pair: Ints
    bought: Ints
    returned: Ints
    lost: Ints
    left: Ints


def stock_tables(
    seed: int, places: Places, keys: Ints, boxes: Ints, months: int
) -> dict[str, Columns]:
    """Purchases, their returns, changes and monthly stocktaking for the boxes that were sold and came
    back by the keys of ``stock.Sold``."""
    moves = _moves(seed, keys, boxes, months)
    last = month_starts(months)[1:] - 1
    bought = _cells(moves, moves.bought)
    returned = _cells(moves, moves.returned)
    lost = _cells(moves, moves.lost)
    left = _cells(moves, np.where(moves.left >= 0, moves.left + 1, 0))
    kinds = np.where(lost[1] % 2 == 0, _LOSS, _DESTROYED)
    return {
        "purc_d": _bought(places, *bought, day=month_starts(months)[bought[1]], series=0),
        "purc_retn_d": {
            **_bought(places, *returned, day=month_starts(months)[returned[1]] + 9, series=1),
            "medins_prod_purc_no": _number(returned[0], returned[1], 0),
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
            **_lot(left[0] % ITEMS, left[1], month_starts(months)[left[1]]),
        },
    }


def _moves(seed: int, keys: Ints, boxes: Ints, months: int) -> _Moves:
    rng = stream(seed, "stock")
    came_back, number = keys % 2, keys // 2
    pair, where = np.unique(number // MONTHS, return_inverse=True)
    counted = np.zeros((2, len(pair), months), dtype=np.int64)
    np.add.at(counted, (came_back, where, np.minimum(number % MONTHS, months - 1)), boxes)
    sold, back = counted
    bought, returned, lost, left = (np.zeros_like(sold) for _ in range(4))
    stock = np.zeros(len(pair), dtype=np.int64)
    for month in range(months):
        short = np.maximum(sold[:, month] - stock, 0)
        bought[:, month] = -(-short // _CARTON) * _CARTON
        stock += bought[:, month] - sold[:, month] + back[:, month]
        returned[:, month] = (rng.random(len(pair)) < 0.01) & (stock > 0) & (bought[:, month] > 0)
        stock -= returned[:, month]
        lost[:, month] = (rng.random(len(pair)) < 0.02) & (stock > 0)
        stock -= lost[:, month]
        left[:, month] = stock
    return _Moves(pair.astype(np.int64), bought, returned, lost, left)


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


def _lot(item: Ints, month: Ints, day: Ints) -> Columns:
    return {
        "manu_lotnum": lot(item, month),
        "manu_date": date(day - _AGE),
        "expy_end": date(day - _AGE + _LIFE),
    }


def _bought(
    places: Places, pair: Ints, month: Ints, boxes: Ints, *, day: Ints, series: int
) -> Columns:
    cat, item, place = catalogue(), pair % ITEMS, pair // ITEMS
    price = np.maximum(cat.price[item, 3] * 82 // 100, 1)
    return {
        **_goods(places, pair, _number(pair, month, series)),
        **_lot(item, month, day),
        "spler_name": text(_SUPPLIERS, place % len(_SUPPLIERS)),
        "prdr_name": text(_MAKERS, item % len(_MAKERS)),
        "finl_trns_pric": decimal(price, 2),
        "purc_retn_cnt": decimal(boxes * 100, 2),
        "purc_invo_no": number_text(_BASE, pair % 9_000 * MONTHS + month),
        "rx_flag": constant("0", len(pair)),
        "purc_retn_stoin_time": time(day * DAY + 450),
        "purc_retn_opter_name": text(places.staff_name, places.first[place]),
    }

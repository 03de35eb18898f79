"""Sales of the pharmacies (3505, 3506): a row for each box, with its traceability code.

Planted: swipes of collected cards show the codes of a few boxes again and again, and what they
"sold" was never bought. Lawful beside it: a box that came back and was sold again later.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from claims.county.calendar import DAY
from claims.county.catalogue import catalogue
from claims.county.cells import (
    LINE_BASE,
    MDTRT_BASE,
    SETL_BASE,
    constant,
    decimal,
    number_text,
    picked,
    text,
    time,
)
from claims.county.lines import Lines
from claims.county.master import Columns, own_code
from claims.county.places import Place
from claims.county.plan import County
from claims.county.stream import Bools, Ints
from claims.county.visits import Kind, Visits

# Position of a pair (institution, item) in one number, and of its month.
ITEMS: Final = 4096
MONTHS: Final = 12
# One box in so many comes back on the next day.
_RETURNS: Final = 300
_PACKED: Final = "101"
_RETURN_BASE: Final = LINE_BASE + 500_000_000_000
_MONTH_ENDS: Final = np.cumsum([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])


@dataclass(frozen=True)
class Sold:
    """Rows of the sales tables; the boxes that were bought to be sold (rows: pair of institution and
    item, minute, traceability number); boxes that came back, by ``(pair * MONTHS + month) * 2``, one
    more for those that were sold again; codes of these."""

    tables: dict[str, Columns]
    fresh: Ints
    keys: Ints
    boxes: Ints
    resold: list[str]


@dataclass(frozen=True)
class _Boxes:
    """Boxes sold: the line of each, whether it was only said to be sold, whether it came back."""

    line: Ints
    pair: Ints
    at: Ints
    phantom: Bools
    back: Bools


def month_of(day: Ints) -> Ints:
    """Month of a day of the year, from 0."""
    return np.minimum(np.searchsorted(_MONTH_ENDS, day, side="right"), MONTHS - 1).astype(np.int64)


def sales(
    county: County, visits: Visits, lines: Lines, first: int, first_line: int, block: int
) -> Sold:
    """What the pharmacies sold in a block whose first visit and line have these running numbers."""
    boxes = _boxes(county, visits, lines)
    code, twice = _codes(boxes, lines, block)
    written = code_text(code)
    rows = _rows(county, visits, lines, boxes, first, first_line)
    number = first_line + np.arange(len(boxes.line))
    rows["drug_trac_codg"] = written
    came = pa.array(np.flatnonzero(boxes.back))
    returned = {name: column.take(came) for name, column in rows.items()}
    returned["sel_retn_time"] = time(boxes.at[boxes.back] + DAY)
    fresh = ~boxes.phantom & ~twice
    again = (boxes.pair * MONTHS + month_of(boxes.at // DAY))[twice] * 2 + 1
    back = (boxes.pair * MONTHS + month_of(boxes.at // DAY + 1))[boxes.back] * 2
    keys, count = np.unique(np.concatenate([again, back]), return_counts=True)
    return Sold(
        {
            "sel_d": {"fixmedins_bchno": number_text(LINE_BASE, number), **rows},
            "sel_retn_d": {
                "fixmedins_bchno": number_text(_RETURN_BASE, number[boxes.back]),
                **returned,
                "medins_prod_sel_no": number_text(LINE_BASE, number[boxes.back]),
            },
        },
        np.stack([boxes.pair[fresh], boxes.at[fresh], code[fresh]]),
        keys.astype(np.int64),
        count.astype(np.int64),
        written.take(pa.array(np.flatnonzero(twice))).to_pylist(),
    )


def _boxes(county: County, visits: Visits, lines: Lines) -> _Boxes:
    cat = catalogue()
    place = visits.place[lines.visit]
    packed = np.array([kind == _PACKED for kind in cat.list_type])[lines.item]
    shop = county.places.kind[place] == Place.PHARMACY
    sold = np.flatnonzero(shop & packed & (lines.cnt > 0))
    line = np.repeat(sold, lines.cnt[sold])
    phantom = visits.kind[lines.visit[line]] == Kind.SWIPE
    back = ~phantom & (np.arange(len(line)) % _RETURNS == _RETURNS - 1)
    return _Boxes(line, place[line] * ITEMS + lines.item[line], lines.at[line], phantom, back)


def code_text(number: Ints) -> pa.Array:
    """Traceability codes of twenty digits."""
    return pc.binary_join_element_wise("8", pa.array(10**18 + number).cast(pa.string()), "")


def code_number(item: Ints, serial: Ints) -> Ints:
    """The number behind the code of a box of an item; ``serial`` is below a thousand millions of
    millions."""
    return (item + 1) * 10**15 + serial


def _codes(boxes: _Boxes, lines: Lines, block: int) -> tuple[Ints, Bools]:
    """The number of each box, and which boxes carry a returned box's lawfully."""
    n = len(boxes.line)
    serial = np.arange(n)
    own = (block + 1) * 10**9 + serial
    seen = boxes.pair % 10_000 * 10 + serial % 3
    code = code_number(lines.item[boxes.line], np.where(boxes.phantom, seen, own))
    order = np.lexsort((boxes.at, boxes.pair))
    before, after = order[:-1], order[1:]
    again = (boxes.pair[before] == boxes.pair[after]) & boxes.back[before]
    again &= (boxes.at[after] > boxes.at[before] + 2 * DAY) & ~boxes.phantom[after]
    again &= ~boxes.back[after]
    code[after[again]] = code[before[again]]
    twice = np.zeros(n, dtype=np.bool_)
    twice[after[again]] = True
    return code, twice


def _rows(
    county: County, visits: Visits, lines: Lines, boxes: _Boxes, first: int, first_line: int
) -> Columns:
    cat, places, texts = catalogue(), county.places, county.people.texts
    line, n = boxes.line, len(boxes.line)
    item, visit = lines.item[line], lines.visit[line]
    place, person, serial = visits.place[visit], visits.person[visit], first + visit
    pharmacist = places.first[place]
    return {
        "fixmedins_code": text(places.code, place),
        "fixmedins_hilist_id": own_code(item),
        "med_list_codg": text(cat.code, item),
        "fixmedins_hilist_name": text(cat.name, item),
        "rx_flag": text(np.where(visits.kind[visit] == Kind.REFILL, "1", "0")),
        "manu_lotnum": lot(item),
        "phar_name": text(places.staff_name, pharmacist),
        "phar_prac_cert_no": text(places.staff_code, pharmacist),
        "setl_id": number_text(SETL_BASE, serial),
        "mdtrt_sn": number_text(MDTRT_BASE, serial),
        "feedetl_sn": number_text(LINE_BASE, first_line + line),
        "psn_no": picked(texts["psn_no"], person),
        "psn_cert_type": constant("01", n),
        "certno": picked(texts["certno"], person),
        "psn_name": picked(texts["psn_name"], person),
        "trdn_flag": constant("0", n),
        "finl_trns_pric": decimal(lines.price[line], 2),
        "sel_retn_cnt": decimal(np.full(n, 100), 2),
        "sel_retn_time": time(boxes.at, serial % 60),
        "sel_retn_opter_name": text(places.staff_name, pharmacist),
    }


def lot(item: Ints) -> pa.Array:
    """Lot number of an item: the county's suppliers had one of each on their shelves."""
    return pa.array(2_400_000 + item).cast(pa.string())

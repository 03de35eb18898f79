"""Master data: institutions and what stands in them, staff, persons, catalogues."""

import numpy as np
import pyarrow as pa

from claims.county import diagnoses
from claims.county.catalogue import catalogue
from claims.county.cells import constant, date, decimal, text
from claims.county.courses import chronic_diagnosis
from claims.county.people import People
from claims.county.places import COUNTY, TILLS, TOWNS, Place, Places
from claims.county.stream import Ints, ints
from claims.county.twice import with_second_rows

Columns = dict[str, pa.Array]
DEPARTMENTS = {"A03": "内科", "A04": "外科", "A05": "妇产科", "A07": "儿科", "A50": "中医科"}


def master_tables(places: Places, people: People) -> dict[str, Columns]:
    """All tables that are not about a visit, by canonical name."""
    return {
        "medins_info_b": _institutions(places),
        "dept_info_b": _departments(places),
        "bed_info_b": _beds(places),
        "terminal_info_b": _terminals(places),
        "staff_info_b": _staff(places),
        "hilist_b": _items(),
        "medins_hilist_b": _offers(places),
        "psn_info_b": _persons(people),
        "psn_opsp_d": _registrations(people),
    }


def _institutions(p: Places) -> Columns:
    return {
        "fixmedins_code": text(p.code),
        "fixmedins_name": text(p.name),
        "fixmedins_type": text(np.where(p.kind == Place.PHARMACY, "2", "1")),
        "hosp_lv": text(p.level),
        "address": text(np.char.add(np.char.add(COUNTY, np.array(TOWNS)[p.town]), p.name)),
        "lon": decimal((p.lon * 1e6).astype(np.int64), 6),
        "lat": decimal((p.lat * 1e6).astype(np.int64), 6),
        "beds": pa.array(p.beds),
    }


def _departments(p: Places) -> Columns:
    """The wards of the institutions with beds, which share them evenly."""
    codes = list(DEPARTMENTS)
    rows = np.flatnonzero(p.beds > 0)
    place, dept = np.repeat(rows, len(codes)), np.tile(np.arange(len(codes)), len(rows))
    share = p.beds[place] // len(codes) + (dept < p.beds[place] % len(codes))
    return {
        "fixmedins_code": text(p.code, place),
        "dept_codg": text(codes, dept),
        "dept_name": text(list(DEPARTMENTS.values()), dept),
        "beds": pa.array(share),
    }


def _beds(p: Places) -> Columns:
    place = np.repeat(np.arange(len(p.beds)), p.beds)
    number = np.arange(len(place)) - np.repeat(np.cumsum(p.beds) - p.beds, p.beds)
    return {
        "fixmedins_code": text(p.code, ints(place)),
        "bed_no": text(np.char.add((number + 1).astype(str), "床")),
        "dept_codg": text(list(DEPARTMENTS), ints(number % len(DEPARTMENTS))),
    }


def _terminals(p: Places) -> Columns:
    every = np.arange(len(p.code) * TILLS)
    rows = every[every % TILLS < p.terminals[every // TILLS]]
    place, till = rows // TILLS, rows % TILLS
    return {
        "terminal_no": text(p.terminal_no, rows),
        "fixmedins_code": text(p.code, place),
        "ip_addr": text(
            [f"10.{a // 250}.{a % 250}.{t + 11}" for a, t in zip(place, till, strict=True)]
        ),
        "psam_no": text([f"PSAM{3_499_250_000 + row}" for row in rows]),
        "opter_name": text(p.staff_name, p.first[place] + till % p.count[place]),
    }


def _staff(p: Places) -> Columns:
    """Class 1 physicians, class 2 pharmacists."""
    shop = p.kind[p.staff_place] == Place.PHARMACY
    order = ints(np.argsort(p.staff_code))
    return {
        "prac_psn_code": text(p.staff_code[order]),
        "prac_psn_name": text(p.staff_name[order]),
        "prac_psn_type": text(np.where(shop, "2", "1")[order]),
        "fixmedins_code": text(p.code, p.staff_place[order]),
        "dept_codg": text(np.where(shop, "", p.staff_dept)[order]),
    }


def _items() -> Columns:
    cat = catalogue()
    return {
        "hilist_code": text(cat.code),
        "hilist_name": text(cat.name),
        "list_type": text(cat.list_type),
        "med_chrgitm_type": text(cat.chrgitm_type),
        "chrgitm_lv": text(cat.chrgitm_lv),
        "spec": text(cat.spec),
        "prcunt": text(cat.unit),
    }


def _offers(p: Places) -> Columns:
    """What each institution sells under its own number."""
    cat = catalogue()
    listed = cat.price[:, p.price_level].T
    place, item = (ints(found) for found in np.nonzero(listed))
    return {
        "fixmedins_code": text(p.code, place),
        "medins_list_codg": own_code(item),
        "hilist_code": text(cat.code, item),
        "medins_list_name": text(cat.name, item),
        "pric": decimal(listed[place, item], 2),
    }


def own_code(item: Ints) -> pa.Array:
    """The numbers under which institutions keep items."""
    return text([f"YP{position + 1:05d}" for position in range(len(catalogue().code))], item)


def _persons(p: People) -> Columns:
    """In the order of the personal number; behind them those who were registered twice."""
    order = pa.array(np.argsort(np.asarray(p.texts["psn_no"]).astype(str)))
    columns = {
        **p.texts,
        "brdy": date(p.birth),
        "psn_cert_type": constant("01", len(p)),
        "naty": constant("01", len(p)),
    }
    return with_second_rows({name: column.take(order) for name, column in columns.items()})


def _registrations(p: People) -> Columns:
    """Chronic and special diseases that were recognised (慢特病备案)."""
    special = np.flatnonzero(p.dialysis | p.cancer)
    rows = np.concatenate([np.flatnonzero(p.chronic > 0), special])
    use = np.where(p.dialysis, diagnoses.of("dialysis")[0], diagnoses.of("cancer")[0])
    own = chronic_diagnosis(p.chronic)
    diag = np.concatenate([own[p.chronic > 0], use[special]])
    return {
        "psn_no": p.texts["psn_no"].take(pa.array(rows)),
        "opsp_dise_code": text(diagnoses.CODES, diag),
        "opsp_dise_name": text(diagnoses.NAMES, diag),
        "begndate": date(-(rows % 900) - 30),
        "enddate": date(365 * 2 + rows * 0),
    }

"""The canonical tables as columns of a piece of the county."""

import numpy as np
import pyarrow as pa

from claims.county import diagnoses
from claims.county.calendar import DAY, DAYS, YEAR
from claims.county.catalogue import catalogue
from claims.county.fund import Payment, line_shares
from claims.county.lines import Lines, ages
from claims.county.people import insutype, psn_type
from claims.county.places import COUNTY, TOWNS, Place
from claims.county.plan import County
from claims.county.stream import Ints
from claims.county.visits import MED_TYPES, OPEN, Visits
from claims.county.writing import (
    LINE_BASE,
    MDTRT_BASE,
    SETL_BASE,
    date,
    decimal,
    money,
    number_text,
    text,
    time,
)

Columns = dict[str, pa.Array]
_DEPT_NAMES = {"A03": "内科", "A04": "外科", "A05": "妇产科", "A07": "儿科", "A50": "中医科"}


def institutions(county: County) -> Columns:
    """``medins_info_b``."""
    p = county.places
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


def staff(county: County) -> Columns:
    """``staff_info_b``: class 1 physicians, class 2 pharmacists."""
    p = county.places
    shop = p.kind[p.staff_place] == Place.PHARMACY
    order = np.argsort(p.staff_code)
    return {
        "prac_psn_code": text(p.staff_code[order]),
        "prac_psn_name": text(p.staff_name[order]),
        "prac_psn_type": text(np.where(shop, "2", "1")[order]),
        "fixmedins_code": text(p.code, p.staff_place[order]),
        "dept_codg": text(np.where(shop, "", p.staff_dept)[order]),
    }


def persons(county: County) -> Columns:
    """``psn_info_b``, in the order of the personal number."""
    p = county.people
    order = np.argsort(p.psn_no)
    return {
        "psn_no": text(p.psn_no[order]),
        "psn_name": text(p.name[order]),
        "gend": text(np.where(p.male, "1", "2")[order]),
        "brdy": date(p.birth[order]),
        "psn_cert_type": text(np.full(len(p), "01")),
        "certno": text(p.certno[order]),
        "naty": text(np.full(len(p), "01")),
        "tel": text(p.phone[order]),
        "live_addr": text(p.address[order]),
        "emp_name": text(p.employer_name[order]),
        "insutype": text(insutype(p)[order]),
        "psn_type": text(psn_type(p)[order]),
    }


def _person(county: County, visits: Visits) -> Columns:
    p, rows = county.people, visits.person
    age = ages(visits, p, np.arange(len(visits)), visits.begin)
    return {
        "psn_name": text(p.name, rows),
        "psn_cert_type": text(np.full(len(rows), "01")),
        "certno": text(p.certno, rows),
        "gend": text(np.where(p.male, "1", "2"), rows),
        "brdy": date(p.birth[rows]),
        "age": pa.array(age),
        "insutype": text(insutype(p), rows),
        "psn_type": text(psn_type(p), rows),
    }


def _doctor(county: County, visits: Visits) -> Ints:
    """Staff row of the physician; -1 at pharmacies and for one clinic visit in twelve, where the
    clinic names him on the fee lines only."""
    shop = county.places.kind[visits.place] == Place.PHARMACY
    missing = ~visits.is_stay & ((visits.begin + visits.person) % 12 == 0)
    return np.where(shop | missing, -1, visits.doctor)


def visits_table(county: County, visits: Visits, first: int) -> Columns:
    """``mdtrt_d``; ``first`` is the running number of the first visit."""
    places = county.places
    serial = first + np.arange(len(visits))
    doctor = _doctor(county, visits)
    stay, still = visits.is_stay, visits.end == OPEN
    bed = np.where(stay, np.char.add((visits.person % 40 + 1).astype(str), "床"), "")
    dept = np.where(doctor >= 0, places.staff_dept[doctor], "")
    name = np.array([_DEPT_NAMES.get(code, "") for code in dept.tolist()])
    length = np.where(stay & ~still, visits.end // DAY - visits.begin // DAY, -1)
    in_stay = np.where(stay, np.where(still, "1", "0"), "")
    diag = np.where(still, -1, visits.diag)
    return {
        "mdtrt_id": number_text(MDTRT_BASE, serial),
        "psn_no": text(county.people.psn_no, visits.person),
        "fixmedins_code": text(places.code, visits.place),
        "med_type": text(MED_TYPES, visits.med),
        "begntime": time(visits.begin, visits.person % 60),
        "endtime": time(np.maximum(visits.end, 0), visits.person % 60, still),
        "fixmedins_name": text(places.name, visits.place),
        **_person(county, visits),
        "atddr_no": text(places.staff_code, doctor),
        "chfpdr_name": text(places.staff_name, doctor),
        "adm_dept_codg": text(dept),
        "adm_dept_name": text(name),
        "adm_bed": text(bed),
        "dscg_maindiag_code": text(diagnoses.CODES, diag),
        "dscg_maindiag_name": text(diagnoses.NAMES, diag),
        "adm_diag_dscr": text(diagnoses.NAMES, visits.diag),
        "dscg_way": text(np.where(stay & ~still, "1", "")),
        "inhosp_stas": text(in_stay),
        "ipt_days": pa.array(length, mask=length < 0),
        "tel": text(county.people.phone, visits.person),
        "mdtrt_cert_type": text(np.where(visits.person % 3 == 0, "03", "01")),
    }


def diagnosis_table(county: County, visits: Visits, first: int) -> Columns:
    """``setl_diag_list_d``: the main diagnosis of each visit."""
    doctor = _doctor(county, visits)
    one = np.full(len(visits), "1")
    return {
        "mdtrt_id": number_text(MDTRT_BASE, first + np.arange(len(visits))),
        "diag_code": text(diagnoses.CODES, visits.diag),
        "psn_no": text(county.people.psn_no, visits.person),
        "inout_diag_type": text(np.where(visits.is_stay, "2", "1")),
        "diag_type": text(one),
        "maindiag_flag": text(one),
        "diag_srt_no": pa.array(np.ones(len(visits), dtype=np.int64)),
        "diag_name": text(diagnoses.NAMES, visits.diag),
        "dise_dor_no": text(county.places.staff_code, doctor),
        "diag_time": time(visits.begin + 5),
        "vali_flag": text(one),
    }


def settlement_table(
    county: County, visits: Visits, settled: Ints, pay: Payment, first: int
) -> Columns:
    """``setl_d`` for the visits that are over."""
    serial = first + np.arange(len(visits))
    places = county.places
    at = np.minimum(settled, (DAYS + 40) * DAY)
    fund_type = np.where(county.people.employer >= 0, "310100", "390100")
    amounts = {
        "medfee_sumamt": pay.total,
        "fund_pay_sumamt": pay.fund,
        "fulamt_ownpay_amt": pay.own,
        "overlmt_selfpay": np.zeros_like(pay.own),
        "preselfpay_amt": pay.prepaid,
        "inscp_scp_amt": pay.in_scope,
        "act_pay_dedc": pay.deductible,
        "hifp_pay": pay.pool,
        "hifmi_pay": pay.serious,
        "maf_pay": pay.aid,
        "psn_pay": pay.person,
        "acct_pay": pay.account,
        "cash_payamt": pay.cash,
        "hosp_part_amt": np.zeros_like(pay.own),
        "fund_payamt": pay.fund,
    }
    terminal = np.char.add(
        np.char.add(places.code[visits.place], "-T"), (visits.terminal + 1).astype(str)
    )
    return {
        "setl_id": number_text(SETL_BASE, serial),
        "mdtrt_id": number_text(MDTRT_BASE, serial),
        "psn_no": text(county.people.psn_no, visits.person),
        "fixmedins_code": text(places.code, visits.place),
        "med_type": text(MED_TYPES, visits.med),
        "setl_time": time(at, (visits.person * 7 + serial) % 60),
        **{name: money(cents) for name, cents in amounts.items()},
        "pool_prop_selfpay": decimal(pay.share, 2),
        **_person(county, visits),
        "emp_name": text(county.people.employer_name, visits.person),
        "fixmedins_name": text(places.name, visits.place),
        "hosp_lv": text(places.level, visits.place),
        "begndate": date(visits.begin // DAY),
        "enddate": date(visits.end // DAY),
        "year": text(np.full(len(visits), str(YEAR))),
        "fund_pay_type": text(fund_type, visits.person),
        "dise_codg": text(diagnoses.CODES, visits.diag),
        "dise_name": text(diagnoses.NAMES, visits.diag),
        "refd_setl_flag": text(np.full(len(visits), "0")),
        "vali_flag": text(np.full(len(visits), "1")),
        "terminal_no": text(terminal),
    }


def line_table(
    county: County, visits: Visits, lines: Lines, first: int, first_line: int
) -> Columns:
    """``fee_list_d``."""
    cat, places = catalogue(), county.places
    serial = first + lines.visit
    number = first_line + np.arange(len(lines))
    doctor = np.where(places.kind[visits.place] == Place.PHARMACY, -1, visits.doctor)[lines.visit]
    own, before, scope = line_shares(lines)
    back = np.where(lines.undoes >= 0, first_line + lines.undoes, -1)
    days = cat.supply[lines.item] * np.abs(lines.cnt)
    done = (visits.end != OPEN)[lines.visit]
    return {
        "feedetl_sn": number_text(LINE_BASE, number),
        "mdtrt_id": number_text(MDTRT_BASE, serial),
        "fee_ocur_time": time(lines.at, number % 60),
        "hilist_code": text(cat.code, lines.item),
        "cnt": decimal(lines.cnt * 100, 2),
        "pric": decimal(lines.price, 2),
        "det_item_fee_sumamt": money(lines.amount),
        "init_feedetl_sn": number_text(LINE_BASE, back),
        "setl_id": number_text(SETL_BASE, np.where(done, serial, -1)),
        "psn_no": text(county.people.psn_no, visits.person[lines.visit]),
        "fixmedins_code": text(places.code, visits.place[lines.visit]),
        "med_type": text(MED_TYPES, visits.med[lines.visit]),
        "hilist_name": text(cat.name, lines.item),
        "list_type": text(cat.list_type, lines.item),
        "med_chrgitm_type": text(cat.chrgitm_type, lines.item),
        "chrgitm_lv": text(cat.chrgitm_lv, lines.item),
        "fulamt_ownpay_amt": money(own),
        "preselfpay_amt": money(before),
        "inscp_scp_amt": money(scope),
        "spec": text(cat.spec, lines.item),
        "prd_days": pa.array(days, mask=days == 0),
        "bilg_dr_codg": text(places.staff_code, doctor),
        "bilg_dr_name": text(places.staff_name, doctor),
        "dscg_tkdrug_flag": text(np.where(lines.take_home == 1, "1", "0")),
        "vali_flag": text(np.full(len(lines), "1")),
    }

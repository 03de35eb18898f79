"""Visits, diagnoses, settlements and fee lines as columns of a block of the county."""

from dataclasses import dataclass, fields

import numpy as np
import pyarrow as pa

from claims.county import diagnoses
from claims.county.calendar import DAY, DAYS, YEAR
from claims.county.catalogue import catalogue
from claims.county.cells import (
    LINE_BASE,
    MDTRT_BASE,
    REFUND_BASE,
    SETL_BASE,
    constant,
    date,
    decimal,
    money,
    number_text,
    picked,
    text,
    time,
)
from claims.county.fund import Payment, line_shares, voids
from claims.county.lines import Lines, ages
from claims.county.master import DEPARTMENTS, Columns
from claims.county.places import TILLS, Place
from claims.county.plan import County
from claims.county.stream import Bools, Ints
from claims.county.visits import MED_TYPES, OPEN, Plant, Visits


def _person(county: County, visits: Visits) -> Columns:
    p, rows = county.people, visits.person
    age = ages(visits, p, np.arange(len(visits)), visits.begin)
    return {
        "psn_name": picked(p.texts["psn_name"], rows),
        "psn_cert_type": constant("01", len(rows)),
        "certno": picked(p.texts["certno"], rows),
        "gend": picked(p.texts["gend"], rows),
        "brdy": date(p.birth[rows]),
        "age": pa.array(age),
        "insutype": picked(p.texts["insutype"], rows),
        "psn_type": picked(p.texts["psn_type"], rows),
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
    beds = np.maximum(places.beds[visits.place], 1)
    bed = np.where(stay, np.char.add((visits.person % beds + 1).astype(str), "床"), "")
    dept = np.where(doctor >= 0, places.staff_dept[doctor], "")
    name = np.array([DEPARTMENTS.get(code, "") for code in dept.tolist()])
    length = np.where(stay & ~still, visits.end // DAY - visits.begin // DAY, -1)
    in_stay = np.where(stay, np.where(still, "1", "0"), "")
    diag = np.where(still, -1, visits.diag)
    return {
        "mdtrt_id": number_text(MDTRT_BASE, serial),
        "psn_no": picked(county.people.texts["psn_no"], visits.person),
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
        "tel": picked(county.people.texts["tel"], visits.person),
        "mdtrt_cert_type": text(np.where(visits.person % 3 == 0, "03", "01")),
    }


def diagnosis_table(county: County, visits: Visits, first: int) -> Columns:
    """``setl_diag_list_d``: the main diagnosis of each visit, a second one of most stays."""
    second = np.flatnonzero(visits.is_stay & (visits.person % 5 > 0))
    options = diagnoses.of("second")
    rows = np.concatenate([np.arange(len(visits)), second])
    main = np.arange(len(rows)) < len(visits)
    diag = np.where(main, visits.diag[rows], options[visits.person[rows] % len(options)])
    order = np.lexsort((~main, rows))
    rows, main, diag = rows[order], main[order], diag[order]
    visits, n = visits.take(rows), len(rows)
    doctor = _doctor(county, visits)
    return {
        "mdtrt_id": number_text(MDTRT_BASE, first + rows),
        "diag_code": text(diagnoses.CODES, diag),
        "psn_no": picked(county.people.texts["psn_no"], visits.person),
        "inout_diag_type": text(np.where(visits.is_stay, "2", "1")),
        "diag_type": constant("1", n),
        "maindiag_flag": text(np.where(main, "1", "0")),
        "diag_srt_no": pa.array(np.where(main, 1, 2)),
        "diag_name": text(diagnoses.NAMES, diag),
        "dise_dor_no": text(county.places.staff_code, doctor),
        "diag_time": time(visits.begin + 5),
        "vali_flag": constant("1", n),
    }


@dataclass(frozen=True)
class Bills:
    """Settlements of a block: the visits that are over, then the refunds of those that were voided.

    ``serial`` is the running number of the visit.
    """

    visits: Visits
    serial: Ints
    at: Ints
    pay: Payment
    refund: Bools

    @property
    def numbers(self) -> pa.Array:
        """``setl_id``; a refund has a number of its own."""
        return number_text(SETL_BASE, self.serial + self.refund * (REFUND_BASE - SETL_BASE))


def bills(visits: Visits, settled: Ints, pay: Payment, first: int) -> Bills:
    """The settlements of a block whose first visit has the running number ``first``."""
    over = np.flatnonzero(visits.end != OPEN)
    void = over[visits.plant[over] == Plant.VOID]
    rows = np.concatenate([over, void])
    refund = np.arange(len(rows)) >= len(over)
    at = np.minimum(settled[rows], (DAYS + 40) * DAY) + refund * 15
    once, back = pay.take(over), pay.take(void).back()
    both = (np.concatenate([getattr(once, f.name), getattr(back, f.name)]) for f in fields(Payment))
    return Bills(visits.take(rows), first + rows, at, Payment(*both), refund)


def settlement_table(county: County, settled: Bills) -> Columns:
    """``setl_d``."""
    visits, pay, n = settled.visits, settled.pay, len(settled.serial)
    places = county.places
    fund_type = np.where(county.people.employer[visits.person] >= 0, "310100", "390100")
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
    return {
        "setl_id": settled.numbers,
        "mdtrt_id": number_text(MDTRT_BASE, settled.serial),
        "psn_no": picked(county.people.texts["psn_no"], visits.person),
        "fixmedins_code": text(places.code, visits.place),
        "med_type": text(MED_TYPES, visits.med),
        "setl_time": time(settled.at, (visits.person * 7 + settled.serial) % 60),
        "init_setl_id": number_text(SETL_BASE, np.where(settled.refund, settled.serial, -1)),
        **{name: money(cents) for name, cents in amounts.items()},
        "pool_prop_selfpay": decimal(pay.share, 2),
        **_person(county, visits),
        "nwb_flag": text(np.where(visits.plant == Plant.NEWBORN, "1", "0")),
        "emp_name": picked(county.people.texts["emp_name"], visits.person),
        "fixmedins_name": text(places.name, visits.place),
        "hosp_lv": text(places.level, visits.place),
        "begndate": date(visits.begin // DAY),
        "enddate": date(visits.end // DAY),
        "year": constant(str(YEAR), n),
        "fund_pay_type": text(fund_type),
        "dise_codg": text(diagnoses.CODES, visits.diag),
        "dise_name": text(diagnoses.NAMES, visits.diag),
        "refd_setl_flag": text(np.where(settled.refund, "1", "0")),
        "vali_flag": constant("1", n),
        "terminal_no": text(places.terminal_no, visits.place * TILLS + visits.terminal),
    }


def share_table(county: County, settled: Bills) -> Columns:
    """``setl_detail_d``: what each fund paid of a settlement; the account is no fund's money but
    stands there, too."""
    pay = settled.pay
    employee = county.people.employer[settled.visits.person] >= 0
    kinds = ("310100", "390100", "390200", "610100", "310200")
    names = (
        "职工基本医疗保险统筹基金",
        "城乡居民基本医疗保险基金",
        "城乡居民大病医疗保险",
        "医疗救助基金",
        "职工个人账户",
    )
    pooled = pay.pool
    columns = [pooled * employee, pooled * ~employee, pay.serious, pay.aid, pay.account]
    paid = np.stack(columns, axis=1)
    row, kind = np.nonzero(paid)
    return {
        "setl_id": settled.numbers.take(pa.array(row)),
        "fund_pay_type": text(kinds, kind),
        "fund_payamt": money(paid[row, kind]),
        "mdtrt_id": number_text(MDTRT_BASE, settled.serial[row]),
        "psn_no": picked(county.people.texts["psn_no"], settled.visits.person[row]),
        "fund_pay_type_name": text(names, kind),
        "inscp_scp_amt": money(pay.in_scope[row]),
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
    bill = serial + voids(lines, visits) * (REFUND_BASE - SETL_BASE)
    n = len(lines)
    return {
        "feedetl_sn": number_text(LINE_BASE, number),
        "mdtrt_id": number_text(MDTRT_BASE, serial),
        # Lines of one minute share the second: their numbers give the order.
        "fee_ocur_time": time(lines.at, serial % 60),
        "hilist_code": text(cat.code, lines.item),
        "cnt": decimal(lines.cnt * 100, 2),
        "pric": decimal(lines.price, 2),
        "det_item_fee_sumamt": money(lines.amount),
        "init_feedetl_sn": number_text(LINE_BASE, back),
        "setl_id": number_text(SETL_BASE, np.where(done, bill, -1)),
        "psn_no": picked(county.people.texts["psn_no"], visits.person[lines.visit]),
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
        "vali_flag": constant("1", n),
    }

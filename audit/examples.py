"""Building the small worlds of rule examples: canonical rows with few words."""

from typing import Any

from audit.model import Row, World

HOSPITAL: Row = {
    "fixmedins_code": "H1",
    "fixmedins_name": "云溪县人民医院",
    "fixmedins_type": "1",
    "hosp_lv": "06",
}
CLINIC: Row = {
    "fixmedins_code": "H2",
    "fixmedins_name": "河湾镇卫生院",
    "fixmedins_type": "1",
    "hosp_lv": "09",
}
PHARMACY: Row = {
    "fixmedins_code": "P9",
    "fixmedins_name": "康民药店",
    "fixmedins_type": "2",
    "hosp_lv": "11",
}
INSTITUTIONS = (HOSPITAL, CLINIC, PHARMACY)


def person(psn_no: str = "P1", gend: str = "1", brdy: str = "1980-01-01", **more: Any) -> Row:
    """A person; without more words a man of 1980."""
    return {"psn_no": psn_no, "psn_name": "张三", "gend": gend, "brdy": brdy, **more}


def outpatient(
    mdtrt_id: str, begntime: str, psn_no: str = "P1", at: str = "H1", **more: Any
) -> Row:
    """An ordinary outpatient visit (or a purchase, with `med_type` 41)."""
    return {
        "mdtrt_id": mdtrt_id,
        "psn_no": psn_no,
        "fixmedins_code": at,
        "med_type": "11",
        "begntime": begntime,
        "endtime": begntime,
        **more,
    }


def stay(
    mdtrt_id: str,
    begntime: str,
    endtime: str | None,
    psn_no: str = "P1",
    at: str = "H1",
    **more: Any,
) -> Row:
    """An ordinary inpatient stay; without `endtime` the person is still in hospital."""
    return {
        "mdtrt_id": mdtrt_id,
        "psn_no": psn_no,
        "fixmedins_code": at,
        "med_type": "21",
        "begntime": begntime,
        "endtime": endtime,
        **more,
    }


def fee(
    mdtrt_id: str, sn: str, at: str, item: str, cnt: str = "1", pric: str = "10", **more: Any
) -> Row:
    """A fee line of one unit at 10 yuan unless said otherwise."""
    amount = more.pop("amount", str(float(cnt) * float(pric)))
    return {
        "mdtrt_id": mdtrt_id,
        "feedetl_sn": sn,
        "fee_ocur_time": at,
        "hilist_code": item,
        "cnt": cnt,
        "pric": pric,
        "det_item_fee_sumamt": amount,
        **more,
    }


#: The bill of visit M1 that names a newborn beside the mother (`nwb_flag`).
NEWBORN_BILL: Row = {
    "setl_id": "S1",
    "mdtrt_id": "M1",
    "psn_no": "P1",
    "fixmedins_code": "H1",
    "setl_time": "2024-03-05 09:30:00",
    "medfee_sumamt": "10",
    "fund_pay_sumamt": "0",
    "nwb_flag": "1",
}


def world(
    *, visits: tuple[Row, ...], lines: tuple[Row, ...] = (), persons: tuple[Row, ...] | None = None
) -> World:
    """Canonical tables of an example, with three institutions and, unless given, one person."""
    return {
        "medins_info_b": INSTITUTIONS,
        "psn_info_b": (person(),) if persons is None else persons,
        "mdtrt_d": visits,
        "fee_list_d": lines,
    }

"""Refunds of single lines as the deliveries tell them: reversing lines, and visits refunded whole."""

from datetime import date
from decimal import Decimal
from typing import Any

from claims.refunds import line_refunds, unset_refunds
from claims.store import ClaimStore

D = Decimal
Told = list[tuple[str, str, Decimal, Decimal, date, str]]


def reverse(bureau: Any, visit: str, of: str, cnt: str, amount: str, setl: str) -> None:
    bureau.tables["fee_list_d"].append(
        {"feedetl_sn": f"9{of}", "mdtrt_id": visit, "cnt": cnt, "det_item_fee_sumamt": amount}
        | {"init_feedetl_sn": of, "setl_id": setl, "pric": "2.5", "hilist_code": "X1"}
        | {"fee_ocur_time": "2026-01-20 09:10:00"}
    )


def give_back(bureau: Any, setl: str, visit: str, amount: str) -> None:
    """A settlement that refunds: by its flag, with a negative amount."""
    bureau.tables["setl_d"].append(
        {"setl_id": setl, "mdtrt_id": visit, "medfee_sumamt": amount, "fund_pay_sumamt": amount}
        | {"psn_no": "P1", "fixmedins_code": "H1", "med_type": "11", "refd_setl_flag": "1"}
        | {"setl_time": "2026-01-20 10:00:00"}
    )


def told(bureau: Any, *visits: str) -> Told:
    bureau.write()
    bureau.load()
    found = line_refunds(ClaimStore(bureau.home), visits)
    return [(o.mdtrt_id, o.feedetl_sn, o.billed, o.amount, o.on, o.document) for o in found]


def test_a_reversing_line_names_its_line_and_its_settlement(bureau: Any) -> None:
    reverse(bureau, "M1", "1", "-1", "-2.50", "S9")
    give_back(bureau, "S9", "M1", "-2.50")
    expected = ("M1", "1", D("5.00"), D("2.50"), date(2026, 1, 20), "S9")
    assert told(bureau, "M1", "M2") == [expected]


def test_of_a_visit_refunded_whole_every_line_came_back_once(bureau: Any) -> None:
    reverse(bureau, "M1", "1", "-1", "-2.50", "S8")
    give_back(bureau, "S9", "M1", "-10.00")
    day = date(2026, 1, 20)
    assert told(bureau, "M1", "M2") == [
        ("M1", "1", D("5.00"), D("2.50"), day, "S8"),
        ("M1", "1", D("5.00"), D("2.50"), day, "S9"),
        ("M1", "2", D("5.00"), D("5.00"), day, "S9"),
    ]


def test_without_refunds_or_deliveries_nothing_came_back(bureau: Any) -> None:
    assert list(line_refunds(ClaimStore(bureau.home), ["M1"])) == []
    assert told(bureau, "M1", "M2") == []


def unset(bureau: Any, *visits: str) -> list[tuple[str, Decimal, Decimal, tuple[str, ...]]]:
    bureau.write()
    bureau.load()
    found = unset_refunds(ClaimStore(bureau.home), visits)
    return [(o.mdtrt_id, o.billed, o.fund, o.documents) for o in found]


def test_a_part_of_a_visit_that_came_back_may_name_no_line(bureau: Any) -> None:
    give_back(bureau, "S9", "M1", "-3.00")
    assert told(bureau, "M1", "M2") == []
    assert unset(bureau, "M1", "M2") == [("M1", D("3.00"), D("3.00"), ("S9",))]


def test_what_reversing_lines_name_is_not_counted_again(bureau: Any) -> None:
    reverse(bureau, "M1", "1", "-1", "-2.50", "S9")
    give_back(bureau, "S9", "M1", "-3.00")
    assert unset(bureau, "M1") == [("M1", D("0.50"), D("0.50"), ("S9",))]


def test_of_a_visit_refunded_whole_every_line_is_named(bureau: Any) -> None:
    give_back(bureau, "S9", "M1", "-10.00")
    assert unset(bureau, "M1") == []

"""A month of a batch is taken back, or stood in for by a later batch."""

from typing import Any

import pytest

from claims.errors import BatchLeanedOn, MonthUnknown
from claims.store import ClaimStore
from claims.withdraw import withdraw


def _year(bureau: Any) -> None:
    """Two months: visit M1 in January, M2 in February, each with a diagnosis."""
    tables = bureau.tables
    tables["mdtrt_d"][1] |= {"begntime": "2026-02-03 09:00:00", "endtime": "2026-02-03 09:30:00"}
    tables["setl_d"][1]["setl_time"] = "2026-02-03 10:00:00"
    for line in tables["fee_list_d"][2:]:
        line["fee_ocur_time"] = "2026-02-03 09:10:00"
    tables["setl_diag_list_d"] = [{"mdtrt_id": visit, "diag_code": "I10"} for visit in ("M1", "M2")]
    bureau.write()


def _held(bureau: Any) -> dict[str, list[str]]:
    with ClaimStore(bureau.home).connect() as connection:
        return {
            table: [
                row[0]
                for row in connection.execute(
                    f"SELECT DISTINCT {key} FROM {table} ORDER BY 1"
                ).fetchall()
            ]
            for table, key in (
                ("mdtrt_d", "mdtrt_id"),
                ("setl_d", "setl_id"),
                ("fee_list_d", "mdtrt_id"),
                ("setl_diag_list_d", "mdtrt_id"),
                ("psn_info_b", "psn_no"),
            )
        }


ONLY_JANUARY = {
    "mdtrt_d": ["M1"],
    "setl_d": ["S1"],
    "fee_list_d": ["M1"],
    "setl_diag_list_d": ["M1"],
    "psn_info_b": ["P1", "P2"],
}


def test_a_withdrawn_month_goes_with_all_that_belongs_to_it(bureau: Any) -> None:
    _year(bureau)
    batch = bureau.load().batch
    gone = withdraw(bureau.home, batch.batch_id, "tester", batch.at, "传错", "2026-02")
    assert gone.withdrawn is None
    assert gone.withdrawn_months["2026-02"].reason == "传错"
    assert _held(bureau) == ONLY_JANUARY


@pytest.mark.parametrize("month", ["2025-07", "2026-13", "Feb"])
def test_a_month_that_is_not_there_is_refused(bureau: Any, month: str) -> None:
    _year(bureau)
    batch = bureau.load().batch
    with pytest.raises(MonthUnknown):
        withdraw(bureau.home, batch.batch_id, "tester", batch.at, "x", month)
    assert _held(bureau)["mdtrt_d"] == ["M1", "M2"]


def test_a_replaced_month_shows_the_new_rows_and_returns_with_the_withdrawal(bureau: Any) -> None:
    _year(bureau)
    bureau.load()
    before = _held(bureau)
    february = {key: rows[1:] for key, rows in bureau.tables.items() if key != "fee_list_d"}
    february["mdtrt_d"] = [{**february["mdtrt_d"][0], "mdtrt_id": "M2", "med_type": "13"}]
    february["setl_d"] = [{**february["setl_d"][0], "setl_id": "S9"}]
    february["setl_diag_list_d"] = [{"mdtrt_id": "M2", "diag_code": "E11"}]
    february["fee_list_d"] = [{**bureau.tables["fee_list_d"][2], "det_item_fee_sumamt": "9.00"}]
    del february["medins_info_b"]
    for path in bureau.files.glob("*.csv"):
        path.unlink()
    bureau.tables = february
    bureau.write()
    second = bureau.load(replaces=["2026-02"]).batch
    assert second.rejects == 0
    assert _held(bureau) == before | {"setl_d": ["S1", "S9"]}
    with ClaimStore(bureau.home).connect() as connection:
        codes = connection.execute(
            "SELECT mdtrt_id, diag_code FROM setl_diag_list_d ORDER BY ALL"
        ).fetchall()
        lines = connection.execute("SELECT count(*) FROM fee_list_d").fetchone()
    assert codes == [("M1", "I10"), ("M2", "E11")]
    assert lines == (3,)
    withdraw(bureau.home, second.batch_id, "tester", second.at, "换回")
    assert _held(bureau) == before


def test_a_month_on_which_a_later_batch_leans_stays(bureau: Any) -> None:
    _year(bureau)
    first = bureau.load().batch
    bureau.tables["mdtrt_d"].append({**bureau.tables["mdtrt_d"][0], "mdtrt_id": "M3"})
    bureau.write()
    bureau.load()
    with pytest.raises(BatchLeanedOn):
        withdraw(bureau.home, first.batch_id, "tester", first.at, "x", "2026-02")

"""What an import does with files as they should be."""

import random
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claims.errors import BatchLeanedOn, BatchUnknown
from claims.store import ClaimStore
from claims.tables import TABLES
from claims.withdraw import withdraw

COUNTS = {
    "medins_info_b": 1, "staff_info_b": 2, "psn_info_b": 2, "mdtrt_d": 2, "setl_d": 2, "fee_list_d": 4
}  # fmt: skip


def _all(home: Path) -> dict[str, list[Any]]:
    """Every stored row without its batch, sorted."""
    with ClaimStore(home).connect() as connection:
        return {
            table: sorted(
                connection.execute(f"SELECT * EXCLUDE (batch_id) FROM {table}").fetchall(), key=repr
            )
            for table in TABLES
        }


def test_small_bureau_arrives_with_counts_totals_and_types(bureau: Any) -> None:
    bureau.write()
    report = bureau.load()
    assert {t.table: t.accepted for t in report.batch.tables} == COUNTS
    assert report.batch.rejects == 0
    totals = {t.table: t.totals for t in report.batch.tables}
    assert totals["setl_d"] == {"medfee_sumamt": "30.50", "fund_pay_sumamt": "20.30"}
    assert totals["fee_list_d"] == {"det_item_fee_sumamt": "30.50"}
    assert ClaimStore(bureau.home).present() == frozenset(COUNTS)
    with ClaimStore(bureau.home).connect() as connection:
        rows = connection.execute(
            "SELECT cnt, pric, det_item_fee_sumamt FROM fee_list_d WHERE mdtrt_id='M2' AND feedetl_sn='2'"
        ).fetchall()
    assert rows == [(Decimal("4.2000"), Decimal("2.500000"), Decimal("10.50"))]


def test_json_has_the_promised_keys(bureau: Any) -> None:
    bureau.write()
    value = bureau.load().as_json()
    assert list(value)[:6] == ["batch_id", "profile", "files", "tables", "rejects", "seconds"]
    assert set(value["files"][0]) == {"name", "sha256", "rows"}
    assert set(value["tables"][0]) == {"table", "rows", "accepted", "rejected"}


@pytest.mark.parametrize(
    ("encoding", "packed"), [("gb18030", False), ("utf-8-sig", False), ("gb18030", True)]
)
def test_encodings_and_gzip_give_the_same_store(
    bureau: Any, tmp_path: Path, encoding: str, packed: bool
) -> None:
    bureau.write()
    bureau.load()
    other = type(bureau)(tmp_path / "other")
    other.write(encoding, packed)
    report = other.load()
    assert _all(other.home) == _all(bureau.home)
    assert {f.encoding for f in report.batch.files} <= {"gb18030", "utf-8"}


def test_gb18030_is_seen_though_it_comes_late(bureau: Any) -> None:
    rows = "".join(f"P{i},plain name {i}\n" for i in range(300_000))
    bureau.put("psn_info_b.csv", f"psn_no,psn_name\n{rows}Z,欧阳\n".encode("gb18030"))
    report = bureau.load()
    assert report.batch.files[0].encoding == "gb18030"
    with ClaimStore(bureau.home).connect() as connection:
        found = connection.execute("SELECT psn_name FROM psn_info_b WHERE psn_no='Z'").fetchall()
    assert found == [("欧阳",)]


def test_columns_in_any_order_and_case(bureau: Any, tmp_path: Path, csv_text: Any) -> None:
    bureau.write()
    bureau.load()
    other = type(bureau)(tmp_path / "other")
    for table, rows in other.tables.items():
        keys = list(rows[0])
        random.Random(1).shuffle(keys)
        other.tables[table] = [{k: row[k] for k in keys} for row in rows]
    other.write()
    text = (other.files / "setl_d.csv").read_text(encoding="utf-8")
    header, _, body = text.partition("\n")
    other.put("setl_d.csv", header.upper() + "\n" + body)
    other.load()
    assert _all(other.home) == _all(bureau.home)


def test_parquet_equals_csv(bureau: Any, tmp_path: Path) -> None:
    bureau.write()
    bureau.load()
    other = type(bureau)(tmp_path / "other")
    for table, rows in other.tables.items():
        pq.write_table(pa.Table.from_pylist(rows), other.files / f"{table}.parquet")
    other.load()
    assert _all(other.home) == _all(bureau.home)


def test_parquet_with_values_equals_csv(bureau: Any, tmp_path: Path) -> None:
    """Numbers and times as such, and white space only around what is text."""
    bureau.write()
    bureau.load()
    other = type(bureau)(tmp_path / "other")
    kinds = {"pric": Decimal, "cnt": Decimal, "medfee_sumamt": float, "beds": int}
    times = ("begntime", "endtime", "setl_time", "fee_ocur_time")
    for table, rows in other.tables.items():
        for row in rows:
            row.update({k: kinds[k](v) for k, v in row.items() if k in kinds})
            row.update({k: datetime.fromisoformat(v) for k, v in row.items() if k in times})
            row.update({k: f" {v}\u3000" for k, v in row.items() if isinstance(v, str)})
        pq.write_table(pa.Table.from_pylist(rows), other.files / f"{table}.parquet")
    other.load()
    assert _all(other.home) == _all(bureau.home)


ODD = """
    SELECT 'M1' AS mdtrt_id, n::VARCHAR AS feedetl_sn, moment::TIMESTAMP AS fee_ocur_time, ' X1' AS hilist_code,
           cnt::DECIMAL(18, {places}) AS cnt, 2.5 AS pric, amount::{kind} AS det_item_fee_sumamt
    FROM (VALUES (1, '2026-01-05 09:00:00', 1, 5), (2, '2026-01-05 09:00:00.25', 1.5, 6),
                 (3, 'infinity', 1, 5), (4, '0044-03-15 (BC) 00:00:00', 1, 5),
                 (5, '12026-01-05 00:00:00', 1, 5), (6, '0900-01-01 00:00:00', 1, 5),
                 (7, '2999-01-01 00:00:00', 1, 5), (8, NULL, 1, 5), (9, '2026-01-05 09:00:00', 0.00001, 5),
                 (10, '2026-01-05 09:00:00', 1, 99999999999999999), (11, '2026-01-05 09:00:00', -2, -5)
         ) AS odd (n, moment, cnt, amount)
"""


@pytest.mark.parametrize("places", [3, 5, 7])
@pytest.mark.parametrize("kind", ["BIGINT", "DECIMAL(20,2)", "DOUBLE"])
def test_what_a_parquet_file_keeps_as_values_is_judged_as_its_text(
    bureau: Any, tmp_path: Path, places: int, kind: str
) -> None:
    other = type(bureau)(tmp_path / "other")
    odd = ODD.format(places=places, kind=kind)
    for one, cells in ((bureau, "*"), (other, "COLUMNS(*)::VARCHAR")):
        path = one.files / "fee_list_d.parquet"
        with duckdb.connect() as connection:
            connection.execute(f"COPY (SELECT {cells} FROM ({odd})) TO '{path}' (FORMAT parquet)")
        one.load()
    assert _all(other.home) == _all(bureau.home)
    mine, theirs = (ClaimStore(one.home) for one in (bureau, other))
    rejects = mine.rejects(mine.batches()[0].batch_id)
    assert rejects == theirs.rejects(theirs.batches()[0].batch_id)
    assert {reject.line for reject in rejects} >= {3, 4, 5, 6, 7, 10}


def test_unknown_columns_and_files_are_reported(bureau: Any) -> None:
    bureau.tables = {"psn_info_b": [{"psn_no": "P1", "psn_name": "张三", "blood": "A"}]}
    bureau.write()
    bureau.put("notes.txt", "x")
    batch = bureau.load().batch
    assert batch.files[0].unknown_columns == ("blood",)
    assert batch.ignored_files == ("notes.txt",)


def test_aliases_of_the_interface_are_read(bureau: Any) -> None:
    for row in bureau.tables["setl_d"]:
        row["psn_part_amt"] = "2.00"
    bureau.write()
    bureau.load()
    with ClaimStore(bureau.home).connect() as connection:
        rows = connection.execute("SELECT DISTINCT psn_pay FROM setl_d").fetchall()
    assert rows == [(Decimal("2.00"),)]


def test_the_same_files_again_change_nothing_and_say_so(bureau: Any) -> None:
    bureau.write()
    first = bureau.load()
    before = sorted(p for p in bureau.home.rglob("*"))
    again = bureau.load()
    assert again.unchanged
    assert again.batch.batch_id == first.batch.batch_id
    assert again.as_json()["unchanged"] is True
    assert sorted(p for p in bureau.home.rglob("*")) == before


def test_rows_that_come_again_in_another_file_are_unchanged(bureau: Any) -> None:
    bureau.write()
    first = bureau.load().batch
    bureau.tables["fee_list_d"].append({**bureau.tables["fee_list_d"][0], "feedetl_sn": "9"})
    bureau.write()
    batch = bureau.load().batch
    record = {t.table: t for t in batch.tables}["fee_list_d"]
    assert (record.rows, record.accepted, record.unchanged, record.rejected) == (5, 1, 4, 0)
    assert batch.leans_on == (first.batch_id,)
    with ClaimStore(bureau.home).connect() as connection:
        assert connection.execute("SELECT count(*) FROM fee_list_d").fetchone() == (5,)


def test_a_directory_with_one_new_file_imports_only_that(bureau: Any) -> None:
    bureau.write()
    first = bureau.load().batch
    bureau.tables["staff_info_b"].append({"prac_psn_code": "D3", "prac_psn_name": "赵医生"})
    bureau.write()
    report = bureau.load()
    assert [t.table for t in report.batch.tables] == ["staff_info_b"]
    assert {f.name for f in report.batch.files if f.unchanged} == {
        f.name for f in first.files if f.name != "staff_info_b.csv"
    }
    assert report.batch.leans_on == (first.batch_id,)
    assert bureau.load().unchanged


def test_newest_master_row_wins_and_returns_on_withdrawal(bureau: Any) -> None:
    bureau.write()
    bureau.load()
    bureau.tables = {"psn_info_b": [{"psn_no": "P1", "psn_name": "张三丰", "brdy": "1900-01-01"}]}
    bureau.write()
    second = bureau.load().batch
    assert _name(bureau.home) == "张三丰"
    withdraw(bureau.home, second.batch_id, "tester", second.at, "传错文件")
    assert _name(bureau.home) == "张三"
    assert [
        b.withdrawn.reason for b in ClaimStore(bureau.home).batches(withdrawn=True) if b.withdrawn
    ] == ["传错文件"]


def _name(home: Path) -> str:
    with ClaimStore(home).connect() as connection:
        row = connection.execute("SELECT psn_name FROM psn_info_b WHERE psn_no = 'P1'").fetchone()
    assert row is not None
    return str(row[0])


def test_a_batch_that_another_leans_on_is_not_withdrawn_first(bureau: Any) -> None:
    bureau.write()
    first = bureau.load().batch
    bureau.tables["mdtrt_d"].append({**bureau.tables["mdtrt_d"][0], "mdtrt_id": "M3"})
    bureau.write()
    second = bureau.load().batch
    with pytest.raises(BatchLeanedOn):
        withdraw(bureau.home, first.batch_id, "tester", first.at, "x")
    withdraw(bureau.home, second.batch_id, "tester", first.at, "x")
    withdraw(bureau.home, first.batch_id, "tester", first.at, "x")
    assert ClaimStore(bureau.home).present() == frozenset()
    bureau.write()
    assert not bureau.load().unchanged


def test_unknown_batch(bureau: Any) -> None:
    with pytest.raises(BatchUnknown):
        ClaimStore(bureau.home).rejects("B000009")


def test_doctor_of_a_visit(bureau: Any) -> None:
    lines = bureau.tables["fee_list_d"]
    lines.append({**lines[2], "feedetl_sn": "3", "bilg_dr_codg": "D2"})
    bureau.tables["mdtrt_d"] += [
        {**bureau.tables["mdtrt_d"][0], "mdtrt_id": "M3", "atddr_no": "D9"},
        {**bureau.tables["mdtrt_d"][0], "mdtrt_id": "M4"},
    ]
    bureau.write()
    bureau.load()
    with ClaimStore(bureau.home).connect() as connection:
        found = connection.execute("SELECT * FROM visit_doctor ORDER BY mdtrt_id").fetchall()
    # M1: one line each, the lower code; M2: D2 ordered two of three; M3: attending; M4: nobody.
    assert found == [("M1", "D1"), ("M2", "D2"), ("M3", "D9")]


def test_refunds_are_kept(bureau: Any) -> None:
    refund = {
        "feedetl_sn": "9",
        "init_feedetl_sn": "1",
        "cnt": "-2",
        "det_item_fee_sumamt": "-5.00",
    }
    bureau.tables["fee_list_d"].append({**bureau.tables["fee_list_d"][0], **refund})
    bureau.write()
    batch = bureau.load().batch
    assert batch.rejects == 0
    assert {t.table: t.totals for t in batch.tables}["fee_list_d"]["det_item_fee_sumamt"] == "25.50"


def test_visits_without_person_are_noted_not_rejected(bureau: Any) -> None:
    del bureau.tables["psn_info_b"][1]
    bureau.write()
    batch = bureau.load().batch
    assert batch.rejects == 0
    notes = {(n.table, n.column): n.rows for n in batch.notes}
    assert notes[("mdtrt_d", "psn_no")] == 1


def test_only_required_tables_and_columns_are_enough(bureau: Any) -> None:
    del bureau.tables["fee_list_d"]
    bureau.write()
    bureau.load()
    with ClaimStore(bureau.home).connect() as connection:
        assert connection.execute("SELECT count(*) FROM fee_list_d").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM visit_doctor").fetchone() == (0,)


def test_empty_endtime_is_a_person_still_in_hospital(bureau: Any) -> None:
    bureau.tables["mdtrt_d"][0]["endtime"] = ""
    bureau.write()
    assert bureau.load().batch.rejects == 0

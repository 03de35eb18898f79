"""A bureau's own workbook with Chinese headers arrives as the interface's files would."""

import io
import zipfile
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from claims.errors import AmbiguousFile, FileDamaged, FileTooLarge, HeaderInvalid
from claims.intake.limits import ImportLimits
from claims.rejects import export_rejects
from claims.store import ClaimStore

SETTLED = ("结算编号", "就诊流水号", "人员编号*", "定点医药机构编号", "医疗类别", "结算时间")
SETTLED += ("医疗费总额（元）", "基金支付", "身份证号")
VISITS = ("就诊ID", "个人编号", "机构编码", "医疗类别", "入院时间", "出院时间", "备用")


def _book(**sheets: list[tuple[Any, ...]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _report() -> bytes:
    at = datetime(2026, 1, 5, 9, 30)  # noqa: DTZ001  wall time, as sheets hold it
    return _book(
        结算=[
            SETTLED,
            (1001.0, "M1", "P1", "H1", 11, at, 12.5, 10, "11010519491231002X"),
            (1002, "M2", "P2", "H1", "11", "2026/1/6", "坏", 3.2, "-"),
        ],
        就诊记录=[
            VISITS,
            ("M1", "P1", "H1", "11", at, None, "x"),
            ("M2", "P2", "H1", 11, at, at, ""),
        ],
        说明=[("给局里的说明",)],
    )


def test_sheets_become_tables_by_their_names_and_titles(bureau: Any) -> None:
    bureau.put("一月.xlsx", _report())
    batch = bureau.load("excel").batch
    assert {t.table: (t.accepted, t.rejected) for t in batch.tables} == {
        "mdtrt_d": (2, 0), "setl_d": (1, 1)
    }  # fmt: skip
    assert {f.name for f in batch.files} == {"结算.一月.xlsx", "就诊记录.一月.xlsx"}
    assert [f.unknown_columns for f in batch.files if f.unknown_columns] == [("备用",)]
    with ClaimStore(bureau.home).connect() as connection:
        row = connection.execute(
            "SELECT setl_id, med_type, setl_time, medfee_sumamt::VARCHAR, certno FROM setl_d"
        ).fetchone()
    assert row is not None
    assert (str(row[2]), *row[:2], *row[3:]) == (
        "2026-01-05 09:30:00", "1001", "11", "12.50", "11010519491231002X"
    )  # fmt: skip


def test_rejected_rows_of_a_sheet_come_back_as_csv(bureau: Any, tmp_path: Any) -> None:
    path = bureau.put("一月.xlsx", _report())
    batch = bureau.load("excel").batch
    (reject,) = ClaimStore(bureau.home).rejects(batch.batch_id)
    assert (reject.line, reject.field) == (3, "医疗费总额（元）")
    stamp = {"导出人": "x"}
    (out,) = export_rejects(bureau.home, batch.batch_id, tmp_path / "out", stamp)
    assert out.name == "结算.csv"
    path.unlink()
    bureau.put("结算.csv", out.read_text(encoding="utf-8-sig").replace("坏", "8.00"))
    again = bureau.load("excel").batch
    assert (again.accepted, again.rejects) == (1, 0)


def test_the_same_workbook_again_changes_nothing(bureau: Any) -> None:
    bureau.put("一月.xlsx", _report())
    bureau.load("excel")
    assert bureau.load("excel").unchanged


def test_a_lone_sheet_goes_by_the_name_of_its_file(bureau: Any) -> None:
    bureau.put(
        "就诊.xlsx", _book(Sheet1=[VISITS, ("M1", "P1", "H1", "11", "2026-01-05", None, "")])
    )
    assert bureau.load("excel").batch.accepted == 1


def test_missing_titles_are_named(bureau: Any) -> None:
    bureau.put("就诊.xlsx", _book(就诊=[VISITS[:4], ("M1", "P1", "H1", "11")]))
    with pytest.raises(HeaderInvalid, match="begntime"):
        bureau.load("excel")


def test_two_sheets_for_one_table_are_refused(bureau: Any) -> None:
    bureau.put("a.xlsx", _book(就诊=[VISITS], 就诊记录=[VISITS]))
    with pytest.raises(AmbiguousFile):
        bureau.load("excel")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"psn_no,psn_name\n"])
def test_what_is_no_workbook(bureau: Any, content: bytes) -> None:
    bureau.put("就诊.xlsx", content)
    with pytest.raises(FileDamaged):
        bureau.load("excel")


def test_a_workbook_that_unpacks_beyond_the_limit(bureau: Any) -> None:
    rows = [VISITS, *(("M", "P", "H", "11", "2026-01-05", None, "x" * 200) for _ in range(2000))]
    path = bureau.put("就诊.xlsx", _book(就诊=rows))
    assert zipfile.is_zipfile(path)
    with pytest.raises(FileTooLarge):
        bureau.load("excel", limits=ImportLimits(max_bytes=10_000))

"""The preview shows what an import would store, and writes nothing."""

from typing import Any

import pytest

from claims.errors import NothingToImport, ProfileUnknown
from claims.intake.preview import preview
from claims.store import ClaimStore


def _preview(bureau: Any, profile: str = "national") -> Any:
    from datetime import UTC, datetime

    found, ignored = preview(
        bureau.home, bureau.files, profile, datetime(2026, 3, 1, 8, tzinfo=UTC)
    )
    return {file.source: file for file in found}, ignored


def test_first_rows_typed_and_with_their_faults(bureau: Any) -> None:
    bureau.tables["fee_list_d"][1]["det_item_fee_sumamt"] = "NaN"
    bureau.tables["fee_list_d"][2]["colour"] = "red"
    bureau.write("gb18030", packed=True)
    bureau.put("notes.txt", "x")
    files, ignored = _preview(bureau)
    assert ignored == ["notes.txt"]
    lines = files["fee_list_d"]
    (table,) = lines.tables
    assert lines.unknown_columns == ("colour",)
    at = table.columns.index("cnt")
    assert [row[at] for row in table.rows] == ["2.0000", "2.0000", "4.0000", "4.2000"]
    assert [problem is None for problem in table.problems] == [True, False, True, True]
    fault = table.problems[1]
    assert fault.column == "det_item_fee_sumamt"
    assert (fault.zh, fault.en.isascii()) == ("不是有效的数值或超出字段范围", True)
    assert files["psn_info_b"].encoding == "gb18030"
    assert ClaimStore(bureau.home).batches() == []
    assert not list((bureau.home / "tmp").iterdir())


def test_never_more_than_a_hundred_rows(bureau: Any) -> None:
    rows = "".join(f'P{i},"two\nlines {i}"\n' for i in range(50_000))
    bureau.put("psn_info_b.csv", "psn_no,psn_name\n" + rows)
    files, _ = _preview(bureau)
    (table,) = files["psn_info_b"].tables
    assert 0 < len(table.rows) <= 100
    assert table.rows[1] == ("P1", "two\nlines 1")
    assert files["psn_info_b"].broken_lines == ()


def test_a_file_that_cannot_be_read_does_not_hide_the_others(bureau: Any) -> None:
    bureau.write()
    bureau.put("setl_d.csv", "setl_id;mdtrt_id\n1;2\n")
    files, _ = _preview(bureau)
    assert "setl_time" in files["setl_d"].problem_zh
    assert files["setl_d"].problem_en
    assert files["mdtrt_d"].problem_zh is None
    assert len(files["mdtrt_d"].tables[0].rows) == 2


def test_profiles_that_feed_several_tables(bureau: Any) -> None:
    bureau.put(
        "inpatient.csv",
        "ClaimID,BeneID,Provider,ClaimStartDt,ClaimEndDt,AdmissionDt,DischargeDt,"
        "InscClaimAmtReimbursed,DeductibleAmtPaid,AttendingPhysician,OperatingPhysician,"
        "OtherPhysician," + ",".join(f"ClmDiagnosisCode_{i}" for i in range(1, 11)) + "\n"
        "C1,B1,PRV1,2009-04-12,2009-04-18,2009-04-12,2009-04-18,26000,1068,PHY1,NA,NA,"
        "1970,4019,5853,7843,2768,71590,2724,19889,5849,NA\n",
    )
    files, _ = _preview(bureau, "medicare")
    assert {t.table: len(t.rows) for t in files["inpatient"].tables} == {
        "medins_info_b": 1, "staff_info_b": 1, "mdtrt_d": 1, "setl_diag_list_d": 9, "setl_d": 1
    }  # fmt: skip


def test_nothing_to_preview(bureau: Any) -> None:
    with pytest.raises(NothingToImport):
        _preview(bureau)
    with pytest.raises(ProfileUnknown):
        _preview(bureau, "nope")

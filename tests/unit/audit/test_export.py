"""Exports: masked, harmless to open, and stating who, when and what for."""

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from audit_world import AT, INSPECTOR, viewer

from audit.errors import ExportFormatUnknown
from audit.export import run as exporting
from audit.export.columns import COLUMNS, harmless
from audit.export.run import export_findings
from casework.actors import Role


def read(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".csv":
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    if path.suffix == ".json":
        return list(json.loads(path.read_text(encoding="utf-8"))["findings"])
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert list(rows[1]) == [column.title for column in COLUMNS]
    return [dict(zip(map(str, rows[2]), row, strict=True)) for row in rows[3:]]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_masked_export(small_home: Path, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"findings{suffix}"
    report = export_findings(small_home, INSPECTOR, target, at=AT)
    rows = {row["rule_id"]: row for row in read(target)}
    assert (report.rows, report.masked, len(rows)) == (4, True, 4)
    one = rows["sex_impossible_item"]
    assert (one["psn_no"], one["psn_name"]) == ("P1", "张**")
    assert one["certno"] == "341223********1234"
    assert one["tel"] == "138****0021"
    assert one["exported_by"] == "王检查（u1）"
    assert one["exported_at"] == "2026-01-05 16:00:00"
    assert "脱敏" in one["purpose"]
    assert str(one["amount_involved"]).rstrip("0").rstrip(".") == "10"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_export_for_a_purpose(small_home: Path, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"findings{suffix}"
    eyes = replace(INSPECTOR, purpose="核查线索")
    report = export_findings(small_home, eyes, target, at=AT)
    rows = {row["rule_id"]: row for row in read(target)}
    assert not report.masked
    assert rows["sex_impossible_item"]["psn_name"] == "张三丰"
    assert rows["sex_impossible_item"]["certno"] == "341223198001011234"
    assert rows["sex_impossible_item"]["purpose"] == "核查线索"
    evil = rows["age_limited_item"]["psn_name"]
    assert evil == ("=HYPERLINK(1)" if suffix == ".json" else "'=HYPERLINK(1)")


def test_an_institution_exports_its_own(small_home: Path, tmp_path: Path) -> None:
    eyes = viewer(Role.INSURANCE_OFFICE, fixmedins_code="H1")
    export_findings(small_home, eyes, tmp_path / "f.csv", at=AT)
    assert {row["fixmedins_code"] for row in read(tmp_path / "f.csv")} == {"H1"}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1"])
def test_formulas_become_text(cell: str) -> None:
    assert harmless(cell) == "'" + cell


def test_numbers_stay_numbers() -> None:
    assert harmless(-1) == -1
    assert harmless("") == ""


def test_an_unknown_format_is_refused(small_home: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportFormatUnknown):
        export_findings(small_home, INSPECTOR, tmp_path / "f.pdf", at=AT)


def test_a_failed_export_leaves_the_former_file(
    small_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "f.json"
    target.write_text("former", encoding="utf-8")

    def torn(*_: object) -> Iterator[dict[str, object]]:
        yield {"finding_id": "x"}
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting, "_rows", torn)
    with pytest.raises(OSError, match="No space"):
        export_findings(small_home, INSPECTOR, target, at=AT)
    assert target.read_text(encoding="utf-8") == "former"
    assert list(tmp_path.iterdir()) == [target]
